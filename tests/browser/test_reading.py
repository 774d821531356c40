"""The way back to the end, for a reader who scrolled up."""

from playwright.async_api import expect

from tests.support.provider import Finish, Pause, Say, ScriptedProvider
from tests.support.visitor import Tab, Visitor

PAGES = "A paragraph.\n\n" * 80


async def scrolled_up(tab: Tab) -> None:
    await tab.page.locator("[role=log]").hover()
    await tab.page.mouse.wheel(0, -600)
    await expect(tab.page.get_by_role("button", name="To the end")).to_be_visible()


async def test_the_button_to_the_end_has_a_mark_where_there_is_new_text(ada: Visitor, provider: ScriptedProvider):
    provider.on("long", Say(PAGES), Pause(4), Say("The end."), Finish())
    tab = await ada.tab()
    await tab.ask("A long one.")
    await expect(tab.answer.get_by_text("A paragraph.").last).to_be_in_viewport()
    await scrolled_up(tab)
    button = tab.page.get_by_role("button", name="To the end")
    await expect(button).to_contain_text("new text")
    await button.click()
    await expect(tab.answer.get_by_text("The end.")).to_be_in_viewport()
    await expect(button).to_have_count(0)


async def test_a_reader_who_scrolls_in_a_settled_chat_is_told_of_nothing_new(ada: Visitor, provider: ScriptedProvider):
    provider.on("long", Say(PAGES), Finish())
    tab = await ada.tab()
    await tab.ask("A long one.")
    await tab.shows_status("completed")
    await scrolled_up(tab)
    await expect(tab.page.get_by_role("button", name="To the end")).not_to_contain_text("new text")
    await tab.page.get_by_role("button", name="To the end").press("Enter")
    await expect(tab.answer.get_by_role("button", name="Regenerate", exact=True)).to_be_in_viewport()
    await expect(tab.composer).to_be_focused()
