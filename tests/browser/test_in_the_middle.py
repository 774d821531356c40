"""A page that is reloaded, stopped or told of a failure in the middle of something leaves a chat that goes on working.

Of comparing, queued questions and temporary chats, their own tests say the same.
"""

import asyncio

import pytest
from playwright.async_api import expect

from tests.support.accessibility import check_accessible
from tests.support.provider import Error, Finish, Reasoning, Say, ScriptedProvider, Stall, Step, Until
from tests.support.visitor import Tab, Visitor

FAILING = """
const lowerCase = String.prototype.toLocaleLowerCase; // which the list of chats filters with
String.prototype.toLocaleLowerCase = function (...args) {
  if (window.fails) throw new Error("the test says so");
  return lowerCase.apply(this, args);
};
"""


async def test_a_reload_while_one_edits_renames_or_chooses_leaves_the_chat_as_it_was(
    ada: Visitor, provider: ScriptedProvider
):
    tab = await ada.tab()
    await tab.ask("First?")
    await tab.shows_status("completed")

    await tab.messages.first.get_by_role("button", name="Edit").click()
    await tab.page.get_by_label("Edit the question").fill("Second thoughts")
    await tab.page.reload()
    await expect(tab.body(tab.messages.first)).to_have_text("First?")

    await tab.chats.first.press("F2")
    await tab.page.keyboard.type("Another name")
    await tab.page.reload()
    await expect(tab.chats).to_have_text(["First?"])

    await tab.page.get_by_role("combobox", name="Model", exact=True).click()
    await tab.page.reload()
    await expect(tab.page.get_by_role("combobox", name="Model", exact=True)).to_have_text("scripted")

    await tab.page.get_by_role("button", name="Chat settings").click()
    await tab.page.get_by_label("System prompt").fill("Be brief.")
    await tab.page.reload()
    await _goes_on(tab, provider)
    assert [message["role"] for message in provider.calls[-1].messages] == ["user", "assistant", "user"]


async def test_versions_and_continuing_outlive_a_reload_a_stop_and_a_failure(ada: Visitor, provider: ScriptedProvider):
    is_back = asyncio.Event()
    provider.reply(Say("The first."), Finish())
    tab = await ada.tab()
    await tab.ask("Count.")
    await tab.shows_status("completed")

    provider.reply(Say("Half a "), Until(is_back), Say("second."), Stall())
    await tab.answer.get_by_role("button", name="Regenerate", exact=True).click()
    await expect(tab.body(tab.answer)).to_have_text("Half a")
    await tab.page.reload()
    await expect(tab.body(tab.answer)).to_have_text("Half a")
    is_back.set()
    await expect(tab.body(tab.answer)).to_have_text("Half a second.")
    await tab.page.get_by_role("button", name="Stop").click()
    await tab.shows_status("stopped")

    provider.reply(Error(401))
    await tab.answer.get_by_role("button", name="Continue").click()
    await tab.shows_status("failed")
    await expect(tab.body(tab.answer)).to_have_text("Half a second.")
    await expect(tab.answer.get_by_role("group", name="Version 2 of 2")).to_be_visible()
    await _goes_on(tab, provider)


@pytest.mark.parametrize(
    ("steps", "shown"),
    [
        ((Reasoning("Let me see."), Stall()), "Let me see."),
        ((Say("It goes:\n\n```mermaid\nflowchart LR\n  one --> two\n"), Stall()), "It goes:"),
    ],
    ids=["a thought", "a drawing"],
)
async def test_what_is_half_thought_or_half_drawn_outlives_a_reload_and_a_stop(
    ada: Visitor, provider: ScriptedProvider, steps: tuple[Step, ...], shown: str
):
    provider.on("halfway", *steps)
    tab = await ada.tab()
    await tab.ask("Go halfway.")
    await expect(tab.answer.get_by_text(shown)).to_be_visible()
    await tab.page.reload()
    await expect(tab.answer.get_by_text(shown)).to_be_visible()
    await tab.page.get_by_role("button", name="Stop").click()
    await tab.shows_status("stopped")
    await _goes_on(tab, provider)


async def test_a_page_whose_own_code_fails_says_so_and_is_loaded_anew_with_its_draft(
    ada: Visitor, provider: ScriptedProvider
):
    await ada.context.add_init_script(FAILING)
    tab = await ada.tab()
    await tab.ask("First?")
    await tab.shows_status("completed")
    await tab.composer.fill("A draft")
    await tab.page.evaluate("window.fails = true")
    await tab.page.get_by_label("Filter chats").press_sequentially("x")
    await expect(tab.page.get_by_role("alert")).to_contain_text("It is our fault")
    await expect(tab.page.get_by_text("What went wrong: the test says so")).to_be_visible()
    await check_accessible(tab.page)
    await tab.page.get_by_role("button", name="Reload the page").click()
    await expect(tab.composer).to_have_value("A draft")
    await expect(tab.messages).to_have_count(2)


async def _goes_on(tab: Tab, provider: ScriptedProvider) -> None:
    provider.reply(Say("Here I am."), Finish())
    await tab.ask("Still there?")
    await expect(tab.body(tab.answer)).to_have_text("Here I am.")
    await tab.shows_status("completed")
