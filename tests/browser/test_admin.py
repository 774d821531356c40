"""The administrators' page."""

from playwright.async_api import Browser, expect

from tests.support.accessibility import check_accessible
from tests.support.provider import Say, ScriptedProvider, Stall
from tests.support.site import Server
from tests.support.visitor import new_visitor


async def test_the_first_user_watches_and_stops_and_others_find_nothing(
    browser: Browser, fresh_server: Server, provider: ScriptedProvider
):
    provider.on("Hello", Say("Once upon a time"), Stall())
    first, second = await new_visitor(browser, fresh_server.url), await new_visitor(browser, fresh_server.url)
    asking = await second.tab()
    await asking.ask("Hello?")
    await expect(asking.body(asking.answer)).to_contain_text("Once upon")

    watching = await first.tab()
    await watching.page.get_by_role("link", name="Administration").click()
    entry = watching.page.get_by_role("list", name="Running answers").get_by_role("listitem")
    await expect(entry).to_contain_text("scripted")
    await expect(entry).to_contain_text("16 characters so far")
    await check_accessible(watching.page)
    await entry.get_by_role("button", name="Stop").click()
    await asking.shows_status("stopped")
    await expect(watching.page.get_by_text("Nothing is being written.")).to_be_visible()

    await asking.page.goto(f"{fresh_server.url}/admin")
    await expect(asking.page.get_by_role("heading", name="Not found")).to_be_visible()
    for visitor in (first, second):
        await visitor.context.close()
