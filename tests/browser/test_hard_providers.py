"""The page when a provider is slow, refuses, says nothing, or insists on its order of turns."""

import asyncio
import re
from datetime import timedelta

from playwright.async_api import Locator, expect
from sqlmodel import col, update

from chat_stream.database import Database
from chat_stream.models import Attempt
from chat_stream.models.record import now
from tests.support.provider import Error, Finish, InStrictOrder, Reasoning, Say, ScriptedProvider, Until
from tests.support.site import Server
from tests.support.visitor import Tab, Visitor

WAITED = 12_000
"""Milliseconds of silence, after which the page says what it waits for."""
HOSTILE = "<img src=x onerror=document.title='ran'> max_seq_len is 17; you sent sk-scripted"


async def test_who_waits_is_told_what_for_and_goes_on_waiting(ada: Visitor, server: Server, provider: ScriptedProvider):
    """The page's clock is put forward; what began earlier, in the database, is told to a page that is loaded."""
    loaded, thought = asyncio.Event(), asyncio.Event()
    provider.on("slow", Until(loaded), Reasoning("Hm."), Until(thought), Say("Here."), Finish())
    tab = await ada.tab()
    await tab.page.clock.install()
    await tab.ask("A slow one.")
    await expect(tab.answer).to_contain_text("Thinking…")
    await expect(tab.answer).not_to_contain_text("waiting")
    await tab.page.clock.fast_forward(WAITED)
    await expect(tab.answer).to_contain_text(seconds("Thinking… still waiting for the model's server"))
    await began_earlier(server, await tab.in_new_chat())
    await tab.page.reload()
    await expect(tab.answer).to_contain_text(seconds("Thinking… still waiting for the model's server"))
    loaded.set()
    await expect(tab.answer).to_contain_text("Hm.")
    await expect(tab.answer).not_to_contain_text("waiting")
    await tab.page.clock.fast_forward(WAITED)
    await expect(tab.answer).to_contain_text(seconds("Still waiting for the model's server"))
    thought.set()
    await tab.shows_status("completed")
    await expect(tab.answer).not_to_contain_text("waiting")
    assert len(provider.calls) == 1


async def began_earlier(server: Server, path: str) -> None:
    """The answers in the chat at this path, which are still being written."""
    database = Database(server.database_url)
    async with database.write() as session:
        lives = col(Attempt.chat_id) == path.removeprefix("/chat/")
        await session.exec(update(Attempt).where(lives).values(created_at=now() - timedelta(milliseconds=WAITED)))
    await database.close()


def seconds(words: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(words)} \(\d\d s\)")


async def test_the_providers_words_stand_in_a_fold_as_plain_text_without_keys(ada: Visitor, provider: ScriptedProvider):
    provider.on("Fail", Error(400, message=HOSTILE))
    tab = await ada.tab()
    await tab.ask("Fail, please.")
    await tab.shows_status("failed")
    await tab.in_new_chat()
    for _ in ("live", "loaded anew"):
        fold = tab.answer.get_by_role("group").filter(has_text="What the provider said")
        await expect(tab.answer.get_by_role("alert")).to_contain_text("doesn't accept this request")
        await expect(fold.locator("pre")).to_be_hidden()
        await fold.get_by_text("What the provider said").click()
        await expect(fold.locator("pre")).to_contain_text("<img src=x onerror=document.title='ran'> max_seq_len is 17")
        await expect(fold.locator("pre")).not_to_contain_text("sk-scripted")
        assert await tab.page.locator("img[src=x]").count() == 0
        await tab.page.reload()


async def test_an_answer_of_thoughts_alone_says_so_and_goes_on(ada: Visitor, provider: ScriptedProvider):
    provider.on("Ponder", InStrictOrder(), Reasoning("On the one hand."), Finish())
    provider.on("Give the answer now", InStrictOrder(), Say("Forty-two."), Finish())
    provider.on("Blank", InStrictOrder(), Say(" \n\n"), Finish())
    provider.always(InStrictOrder(), Say("In order."), Finish())
    tab = await ada.tab()
    await tab.ask("Ponder this.")
    await tab.shows_status("failed")
    await expect(tab.answer.get_by_role("alert")).to_contain_text("The model thought but gave no answer.")
    await expect(ways_on(tab)).to_have_text(["Continue", "Retry"])
    await tab.answer.get_by_role("button", name="Continue").click()
    await tab.shows_status("completed")
    assert await tab.text() == "Forty-two."
    await tab.ask("Blank, please.")
    await expect(tab.answer.get_by_role("alert")).to_contain_text("The answer is blank.")
    await expect(ways_on(tab)).to_have_text(["Continue", "Retry"])
    await tab.ask("And then?")
    await expect(tab.body(tab.answer)).to_have_text("In order.")


def ways_on(tab: Tab) -> Locator:
    return tab.answer.get_by_role("alert").get_by_role("button")


async def test_a_chat_with_a_strict_server_goes_on_after_a_stop_before_the_first_word(
    ada: Visitor, provider: ScriptedProvider
):
    provider.on("Hold", InStrictOrder(), Until(asyncio.Event()))
    provider.on("Fail", InStrictOrder(), Error(500))
    provider.always(InStrictOrder(), Say("In order."), Finish())
    tab = await ada.tab()
    await tab.ask("Hold on.")
    await expect(tab.answer).to_contain_text("Thinking…")
    await tab.page.get_by_role("button", name="Stop").click()
    await tab.shows_status("stopped")
    await tab.ask("Fail now.")
    await tab.shows_status("failed")
    await tab.ask("And now?")
    await expect(tab.body(tab.answer)).to_have_text("In order.")
    asked = [message["content"] for message in provider.calls[-1].messages if message["role"] == "user"]
    assert asked == ["Hold on.", "Fail now.", "And now?"]
