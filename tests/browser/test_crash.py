"""The server dies while an answer is being written."""

import asyncio

from playwright.async_api import Browser, expect

from tests.support.provider import Finish, Pause, Say, ScriptedProvider
from tests.support.site import Server
from tests.support.visitor import new_visitor, words


async def test_after_kill_9_what_was_seen_is_there(browser: Browser, mortal_server: Server, provider: ScriptedProvider):
    provider.reply(provider.tokens(2000, 200), Finish())
    provider.reply(Say("From the start, again."), Finish())
    ada = await new_visitor(browser, mortal_server.url)
    tab = await ada.tab()
    await tab.ask("Survive.")
    await tab.in_new_chat()
    await tab.has_more_than(300)
    await tab.composer.fill("A draft that I haven't sent.")
    mortal_server.kill()
    seen = await tab.text()
    await expect(tab.page.get_by_text("Reconnecting…")).to_be_visible()
    mortal_server.start()
    await tab.shows_status("interrupted", within=10)
    assert (await tab.text()).startswith(seen)
    await expect(tab.composer).to_have_value("A draft that I haven't sent.")

    await tab.page.reload()
    await tab.shows_status("interrupted")
    kept = await tab.text()
    assert kept.startswith(seen)
    assert words(provider.calls[-1].text).startswith(kept)
    await expect(tab.composer).to_have_value("A draft that I haven't sent.")

    await tab.page.get_by_role("button", name="Retry").click()
    await tab.shows_status("completed")
    assert await tab.text() == "From the start, again."
    await ada.context.close()


async def test_what_is_sent_while_the_server_is_away_arrives_once(
    browser: Browser, mortal_server: Server, provider: ScriptedProvider
):
    provider.always(Say("Here."), Finish())
    ada = await new_visitor(browser, mortal_server.url)
    tab = await ada.tab()
    await tab.ask("First.")
    await tab.shows_status("completed")
    await asyncio.to_thread(mortal_server.kill)
    await tab.composer.fill("Are you there?")
    await tab.composer.press("Enter")
    await expect(tab.composer).to_have_value("Are you there?")
    await asyncio.to_thread(mortal_server.start)
    await expect(tab.composer).to_have_value("", timeout=15_000)
    await expect(tab.messages).to_have_count(4)
    await tab.shows_status("completed")
    assert [call.question for call in provider.calls] == ["First.", "Are you there?"]
    await ada.context.close()


async def test_a_stopped_server_hands_the_answer_over_as_interrupted(
    browser: Browser, mortal_server: Server, provider: ScriptedProvider
):
    provider.on("long", Say("So far. "), Pause(60))
    ada = await new_visitor(browser, mortal_server.url)
    tab = await ada.tab()
    await tab.ask("A long one.")
    await expect(tab.body(tab.answer)).to_contain_text("So far.")
    await asyncio.to_thread(mortal_server.stop)
    await asyncio.to_thread(mortal_server.start)
    await tab.shows_status("interrupted", within=10)
    assert await tab.text() == "So far."
    await ada.context.close()
