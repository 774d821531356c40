"""A tab whose page is of the version before talks with a server of the next."""

import asyncio

from playwright.async_api import Browser, expect

from tests.support.provider import Finish, Say, ScriptedProvider
from tests.support.site import Server
from tests.support.visitor import new_visitor

NEWER = "tests.support.newer_server:app"


async def test_an_open_page_of_the_version_before_goes_on_at_the_new_server(
    browser: Browser, fresh_server: Server, provider: ScriptedProvider
):
    provider.on("before", Say("Said before."), Finish())
    provider.on("after", Say("Said "), Say("after."), Finish())
    ada = await new_visitor(browser, fresh_server.url)
    tab = await ada.tab()
    await tab.ask("One before.")
    await tab.shows_status("completed")
    await tab.page.evaluate("window.isStillHere = true")
    await replace(fresh_server, NEWER)
    tab.wire.clear()
    await tab.ask("One after.")
    await expect(tab.messages).to_have_count(4)
    await tab.shows_status("completed")
    assert [await tab.text(tab.messages.nth(number)) for number in (1, 3)] == ["Said before.", "Said after."]
    assert await tab.page.evaluate("window.isStillHere")
    assert any(b'["v",1]' in delta for delta in tab.wire.deltas)
    assert not any(b'["*"' in delta for delta in tab.wire.deltas)
    assert tab.errors == []
    await ada.context.close()


async def replace(server: Server, app: str) -> None:
    """Stops the server and starts another app on its port and database, as an upgrade does."""
    await asyncio.to_thread(server.stop)
    server.app = app
    await asyncio.to_thread(server.start)
