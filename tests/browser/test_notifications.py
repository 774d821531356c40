"""Somebody who looks at another tab is told that an answer has ended."""

import asyncio

from playwright.async_api import expect

from tests.support.eventually import eventually
from tests.support.provider import Finish, Say, ScriptedProvider, Until
from tests.support.visitor import Tab, Visitor

UNSEEN = """
window.told = [];
window.Notification = class {
  static permission = "granted";
  static requestPermission = async () => "granted";
  constructor(title, options) { window.told.push([title, options.body]); }
};
Object.defineProperty(document, "visibilityState", { get: () => (window.isAway ? "hidden" : "visible") });
"""
THROWING = """
window.tried = false;
window.Notification = class {
  static permission = "granted";
  static requestPermission = async () => "granted";
  constructor() { window.tried = true; throw new TypeError("Illegal constructor."); }
};
"""


async def asked_and_left(ada: Visitor, provider: ScriptedProvider) -> Tab:
    """A tab that is to tell when an answer ends, and isn't looked at any more when one does."""
    is_away = asyncio.Event()
    provider.on("slow", Until(is_away), Say("Here."), Finish())
    tab = await ada.tab()
    await tab.page.goto(f"{tab.url}/settings")
    await tab.page.get_by_label("Notify me when an answer finishes").check()
    await tab.open()
    await tab.ask("Be slow, please.")
    await expect(tab.answer).to_contain_text("Thinking…")
    await tab.page.evaluate("window.isAway = true")
    is_away.set()
    return tab


async def test_a_browser_without_notifications_goes_on(ada: Visitor, provider: ScriptedProvider):
    await ada.context.add_init_script(UNSEEN)
    await ada.context.add_init_script(THROWING)
    tab = await asked_and_left(ada, provider)

    async def is_tried() -> bool:
        return await tab.page.evaluate("window.tried")

    await eventually(is_tried)
    await expect(tab.body(tab.answer)).to_have_text("Here.")
    await expect(tab.composer).to_be_editable()


async def test_a_notification_says_that_an_answer_ended_in_a_tab_that_is_not_looked_at(
    ada: Visitor, provider: ScriptedProvider
):
    await ada.context.add_init_script(UNSEEN)
    tab = await asked_and_left(ada, provider)
    await tab.shows_status("completed")
    await expect(tab.page.locator("[data-announcer]")).to_contain_text("Answer complete.")

    async def is_told() -> bool:
        return await tab.page.evaluate("window.told") == [["An answer has finished", "Be slow, please."]]

    await eventually(is_told)  # by the list of chats, which is another follow than the chat's
