"""Tabs come, go, drop and come back: the text is the same in each of them, and whole."""

import asyncio
import re

from playwright.async_api import expect

from tests.support.eventually import eventually
from tests.support.provider import Call, Finish, Say, ScriptedProvider, Until
from tests.support.visitor import Tab, Visitor, Wire, words


async def test_a_second_tab_shows_the_same_text_while_it_is_written(ada: Visitor, provider: ScriptedProvider):
    is_seen = asyncio.Event()
    provider.on("both", provider.tokens_until(is_seen), Finish())
    first = await ada.tab()
    await first.ask("For both.")
    second = await ada.tab(await first.in_new_chat())
    await expect(second.answer).to_have_attribute("data-status", "streaming")
    await second.has_more_than(300)
    is_seen.set()
    for tab in (first, second):
        await tab.shows_status("completed")
        assert await tab.text() == words(provider.calls[-1].text)


async def test_a_reload_in_mid_answer_loses_and_doubles_nothing(ada: Visitor, provider: ScriptedProvider):
    is_reloaded = asyncio.Event()
    provider.on("reload", provider.tokens_until(is_reloaded), Finish())
    tab = await ada.tab()
    await tab.ask("A reload.")
    await tab.in_new_chat()
    for _ in range(3):
        await expect(tab.answer).to_have_attribute("data-status", "streaming")
        await tab.page.reload()
    await expect(tab.answer).to_have_attribute("data-status", "streaming")
    is_reloaded.set()
    await tab.shows_status("completed")
    assert await tab.text() == words(provider.calls[-1].text)


async def test_a_dropped_socket_is_sent_only_what_it_missed(ada: Visitor, provider: ScriptedProvider):
    missed = "and then, " * 100
    is_away, is_back = asyncio.Event(), asyncio.Event()
    provider.on("drop", Say("word " * 1800), Until(is_away), Say(missed), Until(is_back), Say("The end."), Finish())
    tab = await ada.tab()
    await tab.ask("A drop.")
    await tab.has_more_than(8900)
    await tab.drop_connection()
    await expect(tab.page.get_by_text("Reconnecting…")).to_be_visible()
    is_away.set()
    call = await last_call(provider)
    await eventually(lambda: call.text.endswith(missed))
    tab.wire.clear()
    await tab.restore_connection()
    await expect(tab.page.get_by_text("Reconnecting…")).to_have_count(0)
    await eventually(lambda: any(missed.encode() in frame for frame in tab.wire.frames))
    assert tab.wire.size < 2000 + len(missed)
    is_back.set()
    await tab.shows_status("completed")
    assert await tab.text() == words(call.text)


async def test_a_duplicated_tab_shows_the_same_text_and_draft(ada: Visitor, provider: ScriptedProvider):
    """A duplicated tab begins with the other's token, which Reflex then replaces."""
    is_seen = asyncio.Event()
    provider.on("twice", provider.tokens_until(is_seen), Finish())
    tab = await ada.tab()
    await tab.ask("Show me twice.")
    await tab.in_new_chat()
    await expect(tab.answer).to_have_attribute("data-status", "streaming")
    await tab.composer.fill("A draft.")
    async with ada.context.expect_page() as opened:
        await tab.page.evaluate("window.open(location.href)")
    twin = Tab(await opened.value, ada.url, Wire())
    await expect(twin.composer).to_have_value("A draft.")
    await expect(twin.answer).to_have_attribute("data-status", "streaming")
    is_seen.set()
    for each in (tab, twin):
        await each.shows_status("completed")
        assert await each.text() == words(provider.calls[-1].text)


async def test_closing_every_tab_does_not_stop_the_answer(ada: Visitor, provider: ScriptedProvider):
    is_closed = asyncio.Event()
    provider.on("close", Say("As far as this, "), Until(is_closed), Say("and to the end."), Finish())
    tab = await ada.tab()
    await tab.ask("I close.")
    path = await tab.in_new_chat()
    await expect(tab.answer).to_be_visible()
    await tab.page.close()
    is_closed.set()
    await (await last_call(provider)).ended.wait()
    tab = await ada.tab(path)
    await tab.shows_status("completed")
    assert await tab.text() == "As far as this, and to the end."


async def test_two_chats_stream_at_the_same_time_without_mixing(ada: Visitor, provider: ScriptedProvider):
    both_are_written = asyncio.Event()
    for seed, question in enumerate(("first", "second")):
        provider.on(question, provider.tokens_until(both_are_written, seed=seed), Finish())
    one, two = await ada.tab(), await ada.tab()
    await asyncio.gather(one.ask("The first."), two.ask("The second."))
    for tab in (one, two):
        await tab.has_more_than(300)
    both_are_written.set()
    for tab, question in ((one, "The first."), (two, "The second.")):
        await tab.shows_status("completed")
        assert await tab.text() == words(said(provider, question))


async def test_two_messages_in_one_chat_sent_at_once_from_two_tabs_do_not_mix(ada: Visitor, provider: ScriptedProvider):
    both_are_written = asyncio.Event()
    for seed, question in enumerate(("first", "second")):
        provider.on(question, provider.tokens_until(both_are_written, seed=seed), Finish())
    one = await ada.tab()
    await one.ask("The first.")
    two = await ada.tab(await one.in_new_chat())
    await two.composer.fill("The second.")
    await two.composer.press("Control+Enter")
    for tab in (one, two):
        await expect(tab.messages).to_have_count(4)
        await tab.has_more_than(300)
    both_are_written.set()
    for tab in (one, two):
        for index, question in ((1, "The first."), (3, "The second.")):
            message = tab.messages.nth(index)
            await expect(message).to_have_attribute("data-status", "completed", timeout=20_000)
            assert await tab.text(message) == words(said(provider, question))


async def test_another_page_and_back_the_text_goes_on(ada: Visitor, provider: ScriptedProvider):
    is_back = asyncio.Event()
    provider.on("leave", provider.tokens_until(is_back), Finish())
    tab = await ada.tab()
    await tab.ask("I leave.")
    await tab.in_new_chat()
    await expect(tab.answer).to_have_attribute("data-status", "streaming")
    await tab.page.get_by_role("link", name="New chat").click()
    await expect(tab.messages).to_have_count(0)
    await tab.chats.filter(has_text="I leave.").click()
    await expect(tab.answer).to_have_attribute("data-status", "streaming")
    is_back.set()
    await tab.shows_status("completed")
    assert await tab.text() == words(provider.calls[-1].text)


async def test_a_new_chat_shows_nothing_of_the_last(ada: Visitor, provider: ScriptedProvider):
    provider.on("first", Say("One chat."), Finish())
    is_seen = asyncio.Event()
    provider.on("second", Say("Another."), Until(is_seen), Say(" chat."), Finish())
    tab = await ada.tab()
    await tab.ask("The first.")
    await tab.shows_status("completed")
    first = tab.path
    await tab.page.get_by_role("link", name="New chat").click()
    await expect(tab.messages).to_have_count(0)
    await tab.ask("The second.")
    await expect(tab.body(tab.messages.first)).to_have_text("The second.")
    await tab.shows_status("streaming")
    is_seen.set()
    await tab.shows_status("completed")
    assert await tab.text() == "Another. chat."
    await expect(tab.messages).to_have_count(2)
    await tab.chats.filter(has_text="The first.").click()
    await expect(tab.body(tab.messages.first)).to_have_text("The first.")
    await expect(tab.messages).to_have_count(2)
    assert tab.path == first


async def test_the_chat_that_was_asked_last_is_on_top_in_every_tab(ada: Visitor, provider: ScriptedProvider):
    one = await ada.tab()
    await one.ask("First.")
    await one.shows_status("completed")
    two = await ada.tab()
    await two.ask("Second.")
    for tab in (one, two):
        await expect(tab.chats).to_have_text(["Second.", "First."])
    await one.ask("First again.")
    for tab in (one, two):
        await expect(tab.chats).to_have_text(["First.", "Second."])


async def test_signing_out_in_one_tab_ends_the_stream_of_the_other(ada: Visitor, provider: ScriptedProvider):
    is_over = asyncio.Event()
    provider.on("secret", provider.tokens_until(is_over), Finish())
    tab = await ada.tab()
    await tab.ask("A secret.")
    await expect(tab.answer).to_have_attribute("data-status", "streaming")
    other = await ada.tab()
    await other.page.get_by_role("button", name="Sign out").click()
    await tab.page.wait_for_url(re.compile("/sign-in"))
    await expect(tab.messages).to_have_count(0)
    tab.wire.clear()
    call = await last_call(provider)
    heard = len(call.text)
    await eventually(lambda: len(call.text) > heard + 500)
    is_over.set()
    await call.ended.wait()
    assert not tab.wire.deltas


async def test_a_click_on_a_mailto_link_or_a_download_does_not_end_the_stream(ada: Visitor, provider: ScriptedProvider):
    is_clicked = asyncio.Event()
    provider.on("link", provider.tokens_until(is_clicked), Finish())
    tab = await ada.tab()
    await tab.ask("A link.")
    await tab.in_new_chat()
    await expect(tab.answer).to_have_attribute("data-status", "streaming")
    for target in ("mailto:ada@example.com", "/theme/colours.css"):
        await tab.page.evaluate(
            """(target) => {
                const link = document.createElement("a");
                link.href = target;
                if (target.startsWith("/")) link.download = "";
                document.body.append(link);
                link.click();
                window.dispatchEvent(new Event("beforeunload"));
            }""",
            target,
        )
    is_clicked.set()
    await tab.shows_status("completed")
    assert await tab.text() == words(provider.calls[-1].text)


async def last_call(provider: ScriptedProvider) -> Call:
    await eventually(lambda: bool(provider.calls))
    return provider.calls[-1]


def said(provider: ScriptedProvider, question: str) -> str:
    """The provider's answer to a question."""
    (call,) = [call for call in provider.calls if call.question == question]
    return call.text
