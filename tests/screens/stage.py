"""Where scenes are played: one server, one provider, and people with tabs of any size, colours and language."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, ViewportSize

from tests.support.provider import ScriptedProvider
from tests.support.site import PROJECT, Server
from tests.support.visitor import Tab, Visitor, Wire, new_visitor

PICTURES = PROJECT / "docs" / "screens"
STANDSTILL = """
Promise.all(document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < Infinity)
  .map((one) => one.finished.catch(() => {})))
"""
WIDE, NARROW = ViewportSize(width=1280, height=800), ViewportSize(width=390, height=844)


@dataclass(frozen=True, slots=True)
class Stage:
    """`first` is the first user of the server, who administers it."""

    browser: Browser
    server: Server
    provider: ScriptedProvider
    first: Visitor

    @asynccontextmanager
    async def tab(self, viewport: ViewportSize = WIDE, **options: Any) -> AsyncGenerator[Tab]:
        """A new person's first tab, at a new chat."""
        async with self.empty_tab(viewport, **options) as tab:
            await tab.open()
            yield tab

    @asynccontextmanager
    async def empty_tab(self, viewport: ViewportSize = WIDE, **options: Any) -> AsyncGenerator[Tab]:
        """Nothing is opened in it yet."""
        async with self.person("Ada", viewport=viewport, **options) as visitor:
            yield Tab(await visitor.context.new_page(), self.server.url, Wire())

    @asynccontextmanager
    async def person(self, name: str, **options: Any) -> AsyncGenerator[Visitor]:
        visitor = await new_visitor(self.browser, self.server.url, name, **options)
        yield visitor
        await visitor.context.close()


async def take(tab: Tab, name: str) -> Path:
    """A picture of what the tab shows, once nothing moves in it any more."""
    await tab.page.mouse.move(0, 0)
    await tab.page.evaluate("document.fonts.ready")
    await tab.page.evaluate(STANDSTILL)
    file = PICTURES / f"{name}.png"
    await tab.page.screenshot(path=file)
    return file
