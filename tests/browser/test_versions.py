"""Regenerate, edit and send again: branches, shown as `2 / 3` with arrows."""

import asyncio
import re

from playwright.async_api import Browser, Locator, expect

from tests.support.keyboard import tab_to
from tests.support.provider import Finish, Say, ScriptedProvider, Until
from tests.support.site import Server
from tests.support.visitor import Tab, Visitor


def versions(message: Locator) -> Locator:
    return message.get_by_role("group", name=re.compile("^Version "))


async def answered(tab: Tab, question: str, words: str) -> None:
    await tab.ask(question)
    await expect(tab.body(tab.answer)).to_have_text(words)
    await tab.shows_status("completed")


async def regenerated(tab: Tab, words: str) -> None:
    await tab.answer.get_by_role("button", name="Regenerate", exact=True).click()
    await expect(tab.body(tab.answer)).to_have_text(words)
    await tab.shows_status("completed")


async def test_regenerate_makes_branches_shown_as_2_of_3_with_arrows_live_in_every_tab(
    ada: Visitor, provider: ScriptedProvider
):
    for words in ("The first answer.", "The second answer.", "The third answer."):
        provider.reply(Say(words), Finish())
    tab = await ada.tab()
    await answered(tab, "Which?", "The first answer.")
    other = await ada.tab(await tab.in_new_chat())
    await regenerated(tab, "The second answer.")
    await expect(versions(tab.answer)).to_contain_text("2 / 2")
    await expect(other.body(other.answer)).to_have_text("The second answer.")
    await regenerated(tab, "The third answer.")
    for words, place in (("The second answer.", "2 / 3"), ("The first answer.", "1 / 3")):
        await versions(tab.answer).get_by_role("button", name="Previous version").click()
        for each in (tab, other):
            await expect(each.body(each.answer)).to_have_text(words)
            await expect(versions(each.answer)).to_contain_text(place)
    for each in (tab, other):
        await expect(each.messages).to_have_count(2)


async def test_the_chosen_branch_is_remembered_and_goes_on_being_asked(ada: Visitor, provider: ScriptedProvider):
    for words in ("The first answer.", "The second answer."):
        provider.reply(Say(words), Finish())
    tab = await ada.tab()
    await answered(tab, "Which?", "The first answer.")
    await tab.in_new_chat()
    await regenerated(tab, "The second answer.")
    await versions(tab.answer).get_by_role("button", name="Previous version").click()
    await expect(tab.body(tab.answer)).to_have_text("The first answer.")
    await tab.page.reload()
    await expect(tab.body(tab.answer)).to_have_text("The first answer.")
    await answered(tab, "Go on.", "You said: Go on.")
    assert [message["content"] for message in provider.calls[-1].messages] == [
        "Which?",
        "The first answer.",
        "Go on.",
    ]
    await versions(tab.messages.nth(1)).get_by_role("button", name="Next version").click()
    await expect(tab.messages).to_have_count(2)


async def test_choosing_a_branch_puts_no_text_on_the_websocket(ada: Visitor, provider: ScriptedProvider):
    for words in ("Long. " * 2000, "Short."):
        provider.reply(Say(words), Finish())
    tab = await ada.tab()
    await answered(tab, "Which?", ("Long. " * 2000).strip())
    other = await ada.tab(await tab.in_new_chat())
    await regenerated(tab, "Short.")
    await expect(other.body(other.answer)).to_have_text("Short.")
    other.wire.clear()
    await versions(tab.answer).get_by_role("button", name="Previous version").click()
    await expect(other.body(other.answer)).to_contain_text("Long.")
    assert sum(len(frame) for frame in other.wire.deltas) < 400


async def test_an_earlier_message_is_edited_and_sent_again_and_the_old_branch_stays(
    ada: Visitor, provider: ScriptedProvider
):
    tab = await ada.tab()
    await answered(tab, "First?", "You said: First?")
    await tab.in_new_chat()
    await answered(tab, "Second?", "You said: Second?")
    await tab.messages.first.get_by_role("button", name="Edit").click()
    box = tab.page.get_by_label("Edit the question")
    await expect(box).to_have_value("First?")
    await box.fill("Other first?")
    await tab.page.get_by_role("button", name="Save & send").click()
    await expect(tab.messages).to_have_count(2)
    await expect(tab.body(tab.answer)).to_have_text("You said: Other first?")
    await expect(versions(tab.messages.first)).to_contain_text("2 / 2")
    assert [message["content"] for message in provider.calls[-1].messages] == ["Other first?"]
    await versions(tab.messages.first).get_by_role("button", name="Previous version").click()
    await expect(tab.messages).to_have_count(4)
    await expect(tab.body(tab.answer)).to_have_text("You said: Second?")


async def test_cancel_leaves_the_question_as_it_was(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    await answered(tab, "First?", "You said: First?")
    await tab.messages.first.get_by_role("button", name="Edit").click()
    await tab.page.get_by_label("Edit the question").fill("Never mind")
    await tab.page.get_by_role("button", name="Cancel").click()
    await expect(tab.body(tab.messages.first)).to_have_text("First?")
    await expect(tab.messages.first.get_by_role("button", name="Edit")).to_be_focused()


async def test_what_can_not_be_sent_is_said_in_the_editor(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    await answered(tab, "First?", "You said: First?")
    await tab.messages.first.get_by_role("button", name="Edit").click()
    await tab.page.get_by_label("Edit the question").fill("x" * 100_001)
    await tab.page.get_by_role("button", name="Save & send").click()
    await expect(tab.messages.first.get_by_role("alert")).to_contain_text("at most 100,000 characters")


async def test_regenerate_with_another_model(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    await answered(tab, "Who are you?", "You said: Who are you?")
    await tab.answer.get_by_role("button", name="Regenerate with another model").click()
    await tab.page.get_by_role("group", name="Regenerate with").get_by_role("button", name="demo").click()
    await expect(tab.body(tab.answer)).to_contain_text("I am the demo", timeout=30_000)
    await expect(versions(tab.answer)).to_contain_text("2 / 2")
    await expect(tab.page.get_by_role("combobox", name="Model", exact=True)).to_have_text("scripted")


async def test_a_branch_that_is_being_written_goes_on_when_another_is_looked_at(
    ada: Visitor, provider: ScriptedProvider
):
    goes_on = asyncio.Event()
    tab = await regenerating(ada, provider, goes_on)
    await versions(tab.answer).get_by_role("button", name="Previous version").click()
    await expect(tab.body(tab.answer)).to_have_text("The first answer.")
    goes_on.set()
    await versions(tab.answer).get_by_role("button", name="Next version").click()
    await expect(tab.body(tab.answer)).to_have_text("Slowly but surely.")
    await tab.shows_status("completed")


async def test_a_page_reloaded_while_another_version_is_written_goes_on_showing_it(
    ada: Visitor, provider: ScriptedProvider
):
    goes_on = asyncio.Event()
    tab = await regenerating(ada, provider, goes_on)
    await tab.in_new_chat()
    await tab.page.reload()
    await expect(tab.body(tab.answer)).to_have_text("Slowly")
    goes_on.set()
    await expect(tab.body(tab.answer)).to_have_text("Slowly but surely.")
    await expect(versions(tab.answer)).to_contain_text("2 / 2")


async def test_edit_and_regenerate_are_done_by_keyboard_alone(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    await answered(tab, "First?", "You said: First?")
    press = tab.page.keyboard.press
    await tab_to(tab.page, "Edit", "Shift+Tab")
    await press("Enter")
    await expect(tab.page.get_by_label("Edit the question")).to_be_focused()
    await tab.page.keyboard.type(" Really?")
    await press("Enter")
    await expect(tab.body(tab.answer)).to_have_text("You said: First? Really?")
    await tab.shows_status("completed")
    await expect(tab.composer).to_be_focused()
    await tab_to(tab.page, "Regenerate", "Shift+Tab")
    await press("Enter")
    await expect(versions(tab.answer)).to_contain_text("2 / 2")
    await expect(tab.answer.get_by_role("button", name="Previous version")).to_be_focused()
    await press("Enter")
    await expect(versions(tab.answer)).to_contain_text("1 / 2")
    await expect(tab.answer.get_by_role("button", name="Previous version")).to_be_focused()


async def test_the_arrow_that_was_used_stays_where_it_was(browser: Browser, server: Server, ada: Visitor):
    tab = await ada.tab()
    await tab.choose_model("scripted")
    await answered(tab, "line\n" * 60, f"You said: {'line ' * 60}".strip())
    await answered(tab, "Second?", "You said: Second?")
    first = tab.messages.first
    await first.get_by_role("button", name="Edit").click()
    await tab.page.get_by_label("Edit the question").fill("Short?")
    await tab.page.get_by_role("button", name="Save & send").click()
    await expect(tab.body(tab.answer)).to_have_text("You said: Short?")
    await answered(tab, "long\n" * 100, f"You said: {'long ' * 100}".strip())
    arrow = versions(first).get_by_role("button", name="Previous version")
    await arrow.scroll_into_view_if_needed()
    await arrow.click()
    await expect(versions(first)).to_contain_text("1 / 2")
    await expect(arrow).to_be_in_viewport()


async def regenerating(ada: Visitor, provider: ScriptedProvider, goes_on: asyncio.Event) -> Tab:
    """A tab in which a second answer is being written, whose end waits."""
    provider.reply(Say("The first answer."), Finish())
    provider.reply(Say("Slowly "), Until(goes_on), Say("but surely."), Finish())
    tab = await ada.tab()
    await answered(tab, "Which?", "The first answer.")
    await tab.answer.get_by_role("button", name="Regenerate", exact=True).click()
    await expect(tab.body(tab.answer)).to_have_text("Slowly")
    return tab
