"""A chat of a thousand messages opens with its end, and goes on upwards as one scrolls, without moving what is read."""

import re

import pytest_asyncio
from playwright.async_api import expect

from tests.support.provider import Finish, Say, ScriptedProvider
from tests.support.seeded import seed_chat
from tests.support.site import Server
from tests.support.visitor import Tab, Visitor

MANY = 1000
MOVED = """
async ([top, count]) => {
  const log = document.querySelector("[role=log]");
  let region = log;
  while (getComputedStyle(region).overflowY !== "auto") region = region.parentElement;
  for (let height = 0, still = 0; still < 10; height = region.scrollHeight) {
    await new Promise(requestAnimationFrame);
    still = region.scrollHeight === height ? still + 1 : 0; // what was just opened is still being drawn
  }
  region.scrollTop = top;
  const messages = [...log.querySelectorAll("[data-message-id]")];
  const read = messages.find((each) => each.getBoundingClientRect().bottom > 200);
  const place = read.getBoundingClientRect().top;
  let moved = 0;
  for (let frames = 0; frames < 20; ) {
    await new Promise(requestAnimationFrame);
    moved = Math.max(moved, Math.abs(read.getBoundingClientRect().top - place));
    if (log.querySelectorAll("[data-message-id]").length >= count) frames += 1;
  }
  return moved;
}
"""
"""By how many pixels, in any frame, the message moves that is read while earlier ones come, until there are `count`."""


@pytest_asyncio.fixture(loop_scope="session")
async def tab(ada: Visitor, server: Server) -> Tab:
    await seed_chat(server, ada, MANY)
    tab = await ada.tab()
    tab.wire.clear()
    await tab.chats.first.click()
    await expect(tab.messages).to_have_count(50)
    return tab


async def test_a_long_chat_opens_with_its_end_and_earlier_messages_come_without_moving_what_is_read(tab: Tab):
    await expect(tab.answer).to_be_in_viewport()
    assert tab.wire.size < 250_000, "the places of all, the text of some"
    await tab.page.locator("[role=log]").hover()
    await tab.page.mouse.wheel(0, -600)
    await expect(tab.page.get_by_role("button", name="To the end")).to_be_visible()
    for top, count in ((1_000, 100), (0, 150), (0, 200)):
        assert await tab.page.evaluate(MOVED, [top, count]) < 2
    questions = await tab.page.locator("[data-role=user] [data-message-body]").all_inner_texts()
    numbers = [int(question.split("(")[1].removesuffix(")")) for question in questions]
    assert numbers == list(range(numbers[0], MANY, 2)), "each once, in their order"


async def test_who_scrolled_up_and_was_away_is_sent_only_what_is_new(tab: Tab, provider: ScriptedProvider):
    await tab.page.evaluate(MOVED, [0, 100])
    await tab.drop_connection()
    await expect(tab.page.get_by_text("Reconnecting…")).to_be_visible()
    shown = await tab.messages.count()
    tab.wire.clear()
    await tab.restore_connection()
    await expect(tab.page.get_by_text("Reconnecting…")).to_be_hidden(timeout=30_000)
    provider.on("now", Say("Now this."), Finish())
    await tab.ask("And now?")
    await expect(tab.answer).to_contain_text("Now this.")
    await expect(tab.messages).to_have_count(shown + 2)
    assert tab.wire.size < 10_000


async def test_a_version_that_the_page_has_not_got_comes_when_it_is_chosen(tab: Tab, provider: ScriptedProvider):
    provider.on("again", Say("In other words."), Finish())
    await tab.messages.nth(48).get_by_role("button", name="Edit").click()
    await tab.page.get_by_label("Edit the question").fill("Say it again.")
    await tab.page.get_by_role("button", name="Save & send").click()
    await expect(tab.answer).to_contain_text("In other words.")
    await tab.page.reload()
    await expect(tab.messages).to_have_count(50)
    await tab.messages.nth(48).get_by_role("button", name="Previous version").click()
    await expect(tab.messages.nth(48)).to_contain_text("(999)")
    await expect(tab.answer).to_have_text(re.compile("There is more to say"))
