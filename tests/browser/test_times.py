"""When messages were written, in the reader's own language and time zone."""

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.async_api import Browser, expect

from tests.support.provider import Finish, Say, ScriptedProvider
from tests.support.site import Server
from tests.support.visitor import Tab, Visitor, new_visitor, visiting


async def asked(tab: Tab, provider: ScriptedProvider, *words: str) -> str:
    for word in words:
        provider.on(word, Say(f"About {word}."), Finish())
        await tab.ask(f"Tell me of {word}.")
        await expect(tab.answer).to_contain_text(f"About {word}.")
        await tab.shows_status("completed")
    return await tab.in_new_chat()


def move(server: Server, chat_path: str, **moments: datetime) -> None:
    """Lets questions with these words, and their answers, have been written then."""
    with closing(sqlite3.connect(server.folder / "chat_stream.db")) as database, database:
        for word, moment in moments.items():
            at = moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.000000")
            (position,) = database.execute(
                "SELECT position FROM messages WHERE chat_id = ? AND content LIKE ?",
                (chat_path.removeprefix("/chat/"), f"%{word}%"),
            ).fetchone()
            ids = "(SELECT id FROM messages WHERE chat_id = ? AND position BETWEEN ? AND ?)"
            which = (chat_path.removeprefix("/chat/"), position, position + 1)
            database.execute(f"UPDATE messages SET created_at = ? WHERE id IN {ids}", (at, *which))
            database.execute(
                f"UPDATE attempts SET created_at = ?, ended_at = ? WHERE message_id IN {ids}", (at, at, *which)
            )


async def test_a_message_says_when_it_was_written_by_pointer_and_by_keyboard(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    await asked(tab, provider, "gears")
    await expect(tab.page.locator(".day")).to_have_text("Today")
    for message in (tab.messages.first, tab.answer):
        time = message.locator("time")
        await expect(time).to_have_text(re.compile(r"^\d{1,2}:\d\d [AP]M$"))
        await expect(time).to_have_attribute("title", re.compile(r"^\w+, \w+ \d{1,2}, \d{4}"))
        await tab.composer.hover()
        await tab.composer.focus()
        await expect(time).to_have_css("opacity", "0")
        await message.hover()
        await expect(time).to_have_css("opacity", "1")
        await tab.composer.hover()
        await message.get_by_role("button", name="Copy", exact=True).focus()
        await expect(time).to_have_css("opacity", "1")
        await time.focus()
        await expect(time).to_have_text(re.compile(r"^\w+, \w+ \d{1,2}, \d{4}.* [AP]M$"))


async def test_days_are_the_reader_s_own(browser: Browser, server: Server, provider: ScriptedProvider):
    """One day in Berlin is another one in Honolulu, and a page that stays open notices midnight."""
    async with visiting(browser, server.url, timezone_id="Europe/Berlin", locale="en-GB") as ada:
        tab = await ada.tab()
        path = await asked(tab, provider, "gears", "wheels", "engines", "cards")
        noon = datetime.now(ZoneInfo("Europe/Berlin")).replace(hour=12, minute=0)
        move(server, path, gears=datetime(2020, 2, 28, 23, 30, tzinfo=UTC), wheels=noon - timedelta(days=3))
        move(server, path, engines=noon - timedelta(days=1))
        await tab.page.reload()
        weekday = (noon - timedelta(days=3)).strftime("%A")
        days = tab.page.locator(".day")
        await expect(days).to_have_text(["29 February 2020", weekday, "Yesterday", "Today"])
        await expect(tab.messages.first.locator("time")).to_have_text("00:30")
        await expect(tab.messages.first.locator("time")).to_have_attribute(
            "title", re.compile("Saturday,? 29 February 2020")
        )
        state = await ada.context.storage_state()
        west = await browser.new_context(storage_state=state, timezone_id="Pacific/Honolulu", locale="de-DE")
        page = await west.new_page()
        await page.clock.install()
        await page.goto(tab.page.url)
        await expect(page.locator(".day").first).to_have_text("28. Februar 2020")
        await expect(page.locator(".day").last).to_have_text("Heute")
        await page.clock.fast_forward("24:00:00")
        await expect(page.locator(".day").last).to_have_text("Gestern")
        await west.close()


async def test_on_a_touch_screen_the_time_is_always_there(browser: Browser, server: Server, provider: ScriptedProvider):
    ada = await new_visitor(browser, server.url, has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    tab = await ada.tab()
    provider.on("gears", Say("About gears."), Finish())
    await tab.ask_by_touch("Tell me of gears.")
    await tab.shows_status("completed")
    time = tab.answer.locator("time")
    await expect(time).to_have_css("opacity", "1")
    await time.tap()
    await expect(time).to_have_text(re.compile(r"^\w+, \w+ \d{1,2}, \d{4}"))
    await ada.context.close()
