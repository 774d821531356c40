"""A viewer in a real browser. Every change of an answer is noted on the page itself; no poll could see them all."""

import asyncio
from typing import Any

from playwright.async_api import Browser, BrowserContext, Page

from tests.exactness.sight import Sight
from tests.support.page_store import Shown
from tests.support.visitor import REMEMBER_SOCKETS, words

WATCH = """
window.seen = [];
new MutationObserver(() => {
  const answers = [...document.querySelectorAll("[data-role=assistant]")].map((answer) => [
    answer.dataset.messageId,
    answer.dataset.status,
    answer.querySelector("[data-message-body]")?.innerText ?? "",
  ]);
  const step = JSON.stringify(answers);
  if (step !== window.seen.at(-1)) window.seen.push(step);
}).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
"""
POLL = 0.1


class TabViewer:
    """Compares words, because Markdown keeps neither line breaks nor runs of spaces."""

    def __init__(self, browser: Browser, url: str, cookie: str, chat_id: str, sight: Sight) -> None:
        self.sight = sight
        self._browser = browser
        self._address = f"{url}/chat/{chat_id}"
        self._url = url
        self._cookie = cookie
        self._context: BrowserContext | None = None
        self._page: Page | None = None
        self._collecting: asyncio.Task[None] | None = None

    async def open(self) -> None:
        name, _, value = self._cookie.partition("=")
        self._context = await self._browser.new_context()
        await self._context.add_cookies([{"name": name, "value": value, "url": self._url}])
        await self._context.add_init_script(REMEMBER_SOCKETS + WATCH)
        self._page = await self._context.new_page()
        await self._page.goto(self._address)
        await self._page.get_by_text("Thinking…").wait_for()
        self._collecting = asyncio.create_task(self._collect())

    async def cut(self, seconds: float) -> None:
        assert self._context
        assert self._page
        await self._context.set_offline(True)
        await self._page.evaluate("window.sockets.splice(0).forEach((socket) => socket.close())")
        await asyncio.sleep(seconds)
        await self._context.set_offline(False)

    async def freeze(self, seconds: float) -> None:
        """The page's only thread is busy for so long."""
        assert self._page
        await self._page.evaluate(
            "(ms) => { const end = performance.now() + ms; while (performance.now() < end); }", seconds * 1000
        )

    async def slow_down(self, seconds: float) -> None:
        await self.freeze(seconds / 4)

    async def close(self) -> None:
        assert self._context
        if self._collecting:
            if self._collecting.done():
                self._collecting.result()  # a page that went elsewhere by itself
            self._collecting.cancel()
            await asyncio.gather(self._collecting, return_exceptions=True)
        await self._context.close()

    async def _collect(self) -> None:
        assert self._page
        while True:
            steps = await self._page.evaluate("window.seen.splice(0).map((step) => JSON.parse(step))")
            for step in steps:
                self.sight.look_at({row[0]: _shown(row) for row in step})
            await asyncio.sleep(POLL)


def _shown(row: list[Any]) -> Shown:
    return Shown("assistant", row[1], words(row[2]), "")
