"""A tab whose page is of the version before talks with a server of the next."""

import asyncio

from playwright.async_api import Browser, expect

from tests.support.eventually import eventually
from tests.support.provider import Finish, Say, ScriptedProvider
from tests.support.site import Server
from tests.support.visitor import Tab, new_visitor

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


async def test_a_page_that_a_new_server_speaks_over_loads_anew_once_and_is_never_half_changed(
    browser: Browser, fresh_server: Server, provider: ScriptedProvider
):
    provider.always(Say("Said before."), Finish())
    ada = await new_visitor(browser, fresh_server.url)
    tab = await ada.tab()
    await tab.ask("One before.")
    await tab.shows_status("completed")
    app = fresh_server.app
    loads: list[str] = []
    tab.page.on("load", lambda page: loads.append(page.url))
    await replace(fresh_server, NEWER, NEWER_SERVER="stubborn")
    await eventually(lambda: bool(loads), within=30)
    tab.wire.clear()
    await eventually(lambda: questions_after_loading(tab) > 3, within=30)
    assert len(loads) == 1
    await expect(tab.messages).to_have_count(0)
    await replace(fresh_server, app)
    await tab.shows_status("completed")
    assert await tab.text() == "Said before."
    assert len(loads) == 1
    assert tab.errors == []
    await ada.context.close()


def questions_after_loading(tab: Tab) -> int:
    """How often the server answered with what the page doesn't know."""
    return sum(b'["*"' in delta for delta in tab.wire.deltas)


async def replace(server: Server, app: str, **environment: str) -> None:
    """Stops the server and starts another app on its port and database, as an upgrade does."""
    await asyncio.to_thread(server.stop)
    server.app = app
    server.environment = {**server.environment, "NEWER_SERVER": "", **environment}
    await asyncio.to_thread(server.start)
