"""Tab titles, and what they show of a chat from another tab."""

import asyncio

from playwright.async_api import Page, expect

from tests.support.provider import Finish, Say, ScriptedProvider, Until
from tests.support.visitor import Visitor

AWAY = """
Object.defineProperty(document, "visibilityState", { get: () => (window.isAway ? "hidden" : "visible") });
"""


async def look_away(page: Page, *, is_away: bool = True) -> None:
    """Turns to another tab, or comes back."""
    await page.evaluate(
        "(isAway) => { window.isAway = isAway; document.dispatchEvent(new Event('visibilitychange')); }", is_away
    )


async def test_a_tab_is_called_as_its_chat_with_a_mark_for_what_happens_there(ada: Visitor, provider: ScriptedProvider):
    is_seen = asyncio.Event()
    provider.on("gears", Say("Three "), Until(is_seen), Say("of them."), Finish())
    await ada.context.add_init_script(AWAY)
    tab = await ada.tab()
    page = tab.page
    await expect(page).to_have_title("New chat · chat_stream")
    await tab.ask("How many gears?")
    await expect(page).to_have_title("… How many gears? · chat_stream")
    await look_away(page)
    is_seen.set()
    await tab.shows_status("completed")
    await expect(page).to_have_title("● How many gears? · chat_stream")
    await look_away(page, is_away=False)
    await expect(page).to_have_title("How many gears? · chat_stream")
    await look_away(page)
    await expect(page).to_have_title("How many gears? · chat_stream")
    await look_away(page, is_away=False)
    other = await ada.tab(tab.path)
    await other.chats.first.press("F2")
    await other.page.get_by_label("Chat title").fill("Gears")
    await other.page.keyboard.press("Enter")
    await expect(page).to_have_title("Gears · chat_stream")
    await page.get_by_role("link", name="New chat").click()
    await expect(page).to_have_title("New chat · chat_stream")


async def test_what_is_read_in_another_tab_is_no_news(ada: Visitor, provider: ScriptedProvider):
    is_seen = asyncio.Event()
    provider.on("gears", Say("Three "), Until(is_seen), Say("of them."), Finish())
    await ada.context.add_init_script(AWAY)
    tab = await ada.tab()
    await tab.ask("How many gears?")
    path = await tab.in_new_chat()
    await look_away(tab.page)
    is_seen.set()
    await expect(tab.page).to_have_title("● How many gears? · chat_stream")
    await ada.tab(path)
    await expect(tab.page).to_have_title("How many gears? · chat_stream")


async def test_a_temporary_chat_has_its_own(ada: Visitor, provider: ScriptedProvider):
    is_seen = asyncio.Event()
    provider.on("secret", Say("Once "), Until(is_seen), Say("only."), Finish())
    await ada.context.add_init_script(AWAY)
    tab = await ada.tab()
    await tab.page.get_by_role("button", name="Temporary chat").click()
    await expect(tab.page).to_have_title("Temporary chat · chat_stream")
    await tab.ask("A secret.")
    await expect(tab.page).to_have_title("… Temporary chat · chat_stream")
    await look_away(tab.page)
    is_seen.set()
    await expect(tab.page).to_have_title("● Temporary chat · chat_stream")
    await look_away(tab.page, is_away=False)
    await expect(tab.page).to_have_title("Temporary chat · chat_stream")


async def test_each_page_says_its_own_in_both_languages(ada: Visitor):
    tab = await ada.tab()
    pages = {
        "/settings": ("Settings · chat_stream", "Einstellungen · chat_stream"),
        "/chat/nothing": ("Not found · chat_stream", "Nicht gefunden · chat_stream"),
        "/nowhere": ("Not found · chat_stream", "Nicht gefunden · chat_stream"),
        "/": ("New chat · chat_stream", "Neuer Chat · chat_stream"),
    }
    for index, language in enumerate(("en", "de")):
        await tab.page.goto(f"{tab.url}/settings")
        await tab.page.locator("select:has(option[value=de])").select_option(language)
        for path, titles in pages.items():
            await tab.page.goto(tab.url + path)
            await expect(tab.page).to_have_title(titles[index])
