"""A person in front of a browser."""

import json
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from playwright.async_api import Browser, BrowserContext, Locator, Page, Request, WebSocket, expect

from tests.support.eventually import eventually

_numbers = count(1)
PASSWORD = "correct horse battery"
REMEMBER_SOCKETS = """
window.sockets = [];
window.WebSocket = class extends WebSocket {
  constructor(...args) { super(...args); window.sockets.push(this); }
};
"""


@dataclass
class Wire:
    """The frames of a page's websockets: each frame's bytes, as the page got it, and when."""

    frames: list[bytes] = field(default_factory=list[bytes])

    def listen(self, socket: WebSocket) -> None:
        def receive(frame: str | bytes) -> None:
            self.frames.append(frame.encode() if isinstance(frame, str) else frame)

        socket.on("framereceived", receive)

    @property
    def size(self) -> int:
        return sum(len(frame) for frame in self.frames)

    @property
    def deltas(self) -> list[bytes]:
        """The frames that carried object-specific deltas."""
        return [frame for frame in self.frames if b'["~",' in frame]

    def clear(self) -> None:
        self.frames.clear()


@dataclass
class Tab:
    """One tab, and what it is asked to do and to show."""

    page: Page
    url: str
    wire: Wire
    errors: list[str] = field(default_factory=list[str])

    async def open(self, path: str = "/") -> None:
        await self.page.goto(self.url + path)
        await expect(self.composer).to_be_visible()

    async def ask(self, text: str) -> None:
        await self.composer.fill(text)
        await self.composer.press("Enter")
        await expect(self.composer).to_have_value("")

    async def ask_by_touch(self, text: str) -> None:
        """As on a telephone, where Return breaks the line."""
        await self.composer.fill(text)
        await self.page.get_by_role("button", name="Send", exact=True).tap()
        await expect(self.composer).to_have_value("")

    async def choose_model(self, label: str) -> None:
        """Chooses it as a person does, and waits until the page shows it."""
        await choose_model(self.page, label)

    @property
    def composer(self) -> Locator:
        return self.page.get_by_label("Message", exact=True)

    @property
    def chats(self) -> Locator:
        return self.page.get_by_role("navigation", name="Chats").get_by_role("link")

    @property
    def messages(self) -> Locator:
        return self.page.locator("[data-message-id]")

    async def has_more_than(self, characters: int) -> None:
        """Waits until the newest answer is longer."""

        async def is_longer() -> bool:
            return await self.answer.count() > 0 and len(await self.answer.inner_text()) > characters

        await eventually(is_longer, within=30)

    @property
    def answer(self) -> Locator:
        """The newest answer."""
        return self.page.locator("[data-role=assistant]").last

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.url)

    async def drop_connection(self) -> None:
        """Cuts the network and what is open of it, until `restore_connection`."""
        await self.page.context.set_offline(True)
        await self.page.evaluate("window.sockets.splice(0).forEach((socket) => socket.close())")

    async def restore_connection(self) -> None:
        await self.page.context.set_offline(False)

    def body(self, message: Locator) -> Locator:
        return message.locator("[data-message-body]")

    async def text(self, message: Locator | None = None) -> str:
        """The message's words, one space between them: Markdown keeps neither line breaks nor runs of spaces."""
        text = await self.body(message or self.answer).inner_text()
        return words(text)

    async def shows_status(self, status: str, *, within: float = 30) -> None:
        await expect(self.answer).to_have_attribute("data-status", status, timeout=within * 1000)

    async def in_new_chat(self) -> str:
        """Waits for the address of the chat that was just begun."""
        await self.page.wait_for_url("**/chat/*")
        return self.path


@dataclass
class Visitor:
    """A signed-in person with any number of tabs."""

    context: BrowserContext
    url: str
    email: str
    tabs: list[Tab] = field(default_factory=list[Tab])

    async def tab(self, path: str = "/") -> Tab:
        page = await self.context.new_page()
        tab = Tab(page, self.url, Wire())
        page.on("websocket", tab.wire.listen)
        page.on("pageerror", lambda error: tab.errors.append(str(error)))
        page.on("request", _refuse_foreign(self.url, tab.errors))
        await tab.open(path)
        self.tabs.append(tab)
        return tab


async def new_visitor(browser: Browser, url: str, name: str = "Ada", **options: Any) -> Visitor:
    """Creates an account over HTTP, as the page's form does, in a browser context of its own."""
    context = await browser.new_context(viewport=options.pop("viewport", {"width": 1280, "height": 800}), **options)
    await context.add_init_script(REMEMBER_SOCKETS)
    email = f"visitor{next(_numbers)}@example.com"
    answer = await context.request.post(
        f"{url}/api/users",
        data=json.dumps({"name": name, "email": email, "password": PASSWORD}),
        headers={"Content-Type": "application/json", "Origin": url},
    )
    assert answer.status == 201, await answer.text()
    return Visitor(context, url, email)


@asynccontextmanager
async def visiting(browser: Browser, url: str, **options: Any) -> AsyncGenerator[Visitor]:
    """A new visitor, in whose tabs nothing may go wrong."""
    visitor = await new_visitor(browser, url, **options)
    try:
        yield visitor
    finally:
        await visitor.context.close()
    assert [error for tab in visitor.tabs for error in tab.errors] == []


async def choose_model(page: Page, label: str) -> None:
    picker = page.get_by_role("combobox", name="Model", exact=True)
    await expect(picker).not_to_have_text("")
    await picker.click()
    await page.get_by_role("option", name=label).click()
    await expect(picker).to_have_text(label)


def _refuse_foreign(url: str, errors: list[str]) -> Callable[[Request], None]:
    """Nothing may be loaded from another host."""

    def check(request: Request) -> None:
        if not request.url.startswith((url, url.replace("http", "ws", 1), "data:", "blob:", "mailto:")):
            errors.append(f"The page asked for {request.url}")

    return check


def words(text: str) -> str:
    return " ".join(text.split())
