"""The list of chats: live everywhere, by mouse and by keyboard, and smooth however long it is."""

import asyncio
import re
from datetime import UTC, datetime, timedelta

from playwright.async_api import Locator, expect

from tests.support.provider import Finish, Pause, Say, ScriptedProvider, Until
from tests.support.site import Server
from tests.support.visiting_teams import together
from tests.support.visitor import Tab, Visitor


def chat_list(tab: Tab) -> Locator:
    return tab.page.get_by_role("navigation", name="Chats")


def entry(tab: Tab, title: str) -> Locator:
    return chat_list(tab).get_by_role("link", name=title, exact=True)


async def choose(tab: Tab, title: str, act: str) -> None:
    """Opens the menu of an entry and chooses something in it."""
    await entry(tab, title).hover()
    await tab.page.get_by_role("button", name=f"Actions for “{title}”").click()
    await tab.page.get_by_role("menuitem", name=act, exact=True).click()


async def rename(tab: Tab, title: str, new: str) -> None:
    await choose(tab, title, "Rename")
    box = tab.page.get_by_label("Chat title")
    await box.fill(new)
    await box.press("Enter")


async def begin(tab: Tab, text: str) -> None:
    """A chat of its own with an answer."""
    await tab.page.get_by_role("link", name="New chat").click()
    await tab.ask(text)
    await tab.in_new_chat()
    await tab.shows_status("completed")


async def test_a_chat_made_or_renamed_in_another_tab_appears_without_a_reload(ada: Visitor, provider: ScriptedProvider):
    tab, other = await ada.tab(), await ada.tab()
    await begin(tab, "Which gears?")
    await expect(other.chats).to_have_text(["Which gears?"])
    await rename(tab, "Which gears?", "Gears of all sizes")
    for each in (tab, other):
        await expect(each.chats).to_have_text(["Gears of all sizes"])
    await expect(tab.page.get_by_role("heading", level=1)).to_have_text("Gears of all sizes")
    await expect(entry(tab, "Gears of all sizes")).to_be_focused()


async def test_what_another_member_does_in_the_list_is_seen_at_once(
    ada: Visitor, bob: Visitor, server: Server, provider: ScriptedProvider
):
    adas, bobs = await together(server, ada, bob)
    await adas.ask("Which gears?")
    await rename(adas, "Which gears?", "Gears")
    await expect(bobs.chats).to_have_text(["Gears"])
    await choose(adas, "Gears", "Pin")
    await expect(chat_list(bobs).get_by_role("heading", name="Pinned")).to_be_visible()
    await choose(adas, "Gears", "Archive")
    await expect(bobs.chats).to_have_count(0)


async def test_a_deleted_chat_goes_everywhere_and_undo_brings_it_back(
    ada: Visitor, bob: Visitor, server: Server, provider: ScriptedProvider
):
    provider.on("long", Say("As far as this. "), Pause(20), Say("Not this."), Finish())
    adas, bobs = await together(server, ada, bob)
    await adas.ask("A long one.")
    await bobs.chats.filter(has_text="A long one.").click()
    await expect(bobs.body(bobs.answer)).to_contain_text("As far as this.")
    await choose(adas, "A long one.", "Delete")
    for each in (adas, bobs):
        await expect(each.chats).to_have_count(0)
    await expect(bobs.page.get_by_text("This chat was deleted.")).to_be_visible()
    await expect(adas.page.get_by_role("heading", name="What can I do for you")).to_be_visible()
    await adas.page.get_by_role("button", name="Undo").click()
    for each in (adas, bobs):
        await expect(each.chats).to_have_text(["A long one."])
    await expect(adas.page.get_by_role("button", name="Undo")).to_have_count(0)
    await adas.shows_status("stopped")
    await entry(bobs, "A long one.").click()
    await bobs.shows_status("stopped")
    assert await bobs.text() == "As far as this."


async def test_a_chat_is_pinned_on_top_and_archived_ones_are_brought_back(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    for text in ("First.", "Second.", "Third."):
        await begin(tab, text)
    await choose(tab, "First.", "Pin")
    await expect(tab.chats).to_have_text(["First.", "Third.", "Second."])
    await choose(tab, "Third.", "Archive")
    await expect(tab.chats).to_have_text(["First.", "Second."])
    await tab.page.get_by_role("button", name="Archive").click()
    await expect(tab.chats).to_have_text(["Third."])
    await choose(tab, "Third.", "Unarchive")
    await expect(tab.page.get_by_text("No archived chats.")).to_be_visible()
    await tab.page.get_by_role("button", name="Back to chats").click()
    await choose(tab, "First.", "Unpin")
    await expect(tab.chats).to_have_text(["Third.", "Second.", "First."])


async def test_chats_are_filtered_by_title_as_one_types(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    for text in ("Gears of steel.", "Wheels."):
        await begin(tab, text)
    box = tab.page.get_by_label("Filter chats")
    await box.press_sequentially("gEAR")
    await expect(tab.chats).to_have_text(["Gears of steel."])
    await box.fill("nothing like it")
    await expect(tab.page.get_by_text("No chat has this in its title.")).to_be_visible()
    await box.fill("")
    await expect(tab.chats).to_have_text(["Wheels.", "Gears of steel."])


async def test_marks_say_what_is_being_written_and_what_is_unread(ada: Visitor, provider: ScriptedProvider):
    is_marked = asyncio.Event()
    provider.on("long", Say("It "), Until(is_marked), Say("ends."), Finish())
    tab, other = await ada.tab(), await ada.tab()
    await tab.ask("A long one.")
    await tab.in_new_chat()
    await tab.page.get_by_role("link", name="New chat").click()
    for each in (tab, other):
        await expect(chat_list(each).get_by_role("img", name="being written")).to_be_visible()
    is_marked.set()
    for each in (tab, other):
        await expect(chat_list(each).get_by_role("img", name="unread")).to_be_visible()
        await expect(chat_list(each).get_by_role("img", name="being written")).to_have_count(0)
    await entry(tab, "A long one.").click()
    for each in (tab, other):
        await expect(chat_list(each).get_by_role("img")).to_have_count(0)
    await tab.page.reload()
    await expect(tab.chats).to_have_count(1)
    await expect(chat_list(tab).get_by_role("img")).to_have_count(0)


async def test_a_chat_is_found_and_renamed_and_deleted_by_keyboard_alone(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    for text in ("Gears of steel.", "Gears of brass."):
        await begin(tab, text)
    keyboard = tab.page.keyboard
    await keyboard.press("Control+k")
    await expect(tab.page.get_by_label("Filter chats")).to_be_focused()
    await keyboard.type("gears")
    await keyboard.press("Tab")
    await expect(entry(tab, "Gears of brass.")).to_be_focused()
    await keyboard.press("ArrowDown")
    await expect(entry(tab, "Gears of steel.")).to_be_focused()
    await keyboard.press("F2")
    await keyboard.type("Gears of wood")
    await keyboard.press("Escape")
    await expect(entry(tab, "Gears of steel.")).to_be_focused()
    await keyboard.press("Tab")
    await keyboard.press("Enter")
    await expect(tab.page.get_by_role("menuitem", name="Rename")).to_be_focused()
    await keyboard.press("Enter")
    await keyboard.type("Gears of wood")
    await keyboard.press("Enter")
    await expect(entry(tab, "Gears of wood")).to_be_focused()
    await keyboard.press("Delete")
    await expect(tab.page.get_by_role("button", name="Undo")).to_be_focused()
    await keyboard.press("Enter")
    await expect(tab.chats).to_have_text(["Gears of brass.", "Gears of wood"])
    await expect(entry(tab, "Gears of brass.")).to_be_focused()


async def test_chats_are_grouped_by_day_a_week_and_months(ada: Visitor, provider: ScriptedProvider):
    tab, now = await ada.tab(), datetime.now(UTC)
    await begin(tab, "Today's.")
    await expect(chat_list(tab).get_by_role("heading")).to_have_text(["Today"])
    await expect(chat_list(tab).get_by_role("region", name=re.compile("Today")).get_by_role("link")).to_have_count(1)
    for days, name in ((1, "Yesterday"), (3, "Previous 7 days"), (60, f"{now:%B %Y}")):
        await tab.page.clock.set_fixed_time(now + timedelta(days=days))
        await tab.page.reload()
        await expect(chat_list(tab).get_by_role("heading")).to_have_text([name])
