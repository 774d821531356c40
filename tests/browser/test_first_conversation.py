"""From an account to a streamed, saved answer."""

import asyncio
import json
import re
from typing import Any

from playwright.async_api import Browser, expect

from tests.support.keyboard import tab_to
from tests.support.provider import Error, Finish, Pause, Reasoning, Say, ScriptedProvider, Until
from tests.support.site import Server
from tests.support.visitor import PASSWORD, Visitor


async def test_the_first_visitor_is_led_to_sign_up_and_to_an_answer_by_keyboard_alone(
    browser: Browser, fresh_server: Server
):
    page = await browser.new_page()
    await page.goto(fresh_server.url)
    await page.wait_for_url("**/sign-up*")
    await expect(page.get_by_role("button", name="Create account")).to_be_visible()
    for label, text in (("Name", "Ada"), ("Email", "ada@example.com"), ("Password", PASSWORD)):
        await tab_to(page, label)
        await page.keyboard.type(text)
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("Message", exact=True)).to_be_focused()
    await tab_to(page, "Model")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("combobox", name="Search models")).to_be_focused()
    await page.keyboard.type("demo")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("combobox", name="Model", exact=True)).to_have_text("Demo")
    await tab_to(page, "Message", "Shift+Tab")
    await page.keyboard.type("What are you?")
    await page.keyboard.press("Enter")
    answer = page.locator("[data-role=assistant]")
    await expect(answer).to_have_attribute("data-status", "completed", timeout=30_000)
    await expect(answer.locator("[data-message-body]")).to_contain_text("What are you?")
    for element in ("pre", "table", "li", ".katex"):
        await expect(answer.locator(element).first).to_be_visible()
    await page.close()


async def test_signing_out_and_in_again_shows_the_chats(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    await tab.ask("Remember me?")
    await tab.shows_status("completed")
    await tab.page.get_by_role("button", name="Sign out").click()
    await tab.page.wait_for_url(re.compile("/sign-in"))
    assert not await ada.context.cookies()
    await tab.page.get_by_label("Email").fill(ada.email)
    await tab.page.get_by_label("Password").fill("something else")
    await tab.page.get_by_role("button", name="Sign in").click()
    await expect(tab.page.get_by_role("alert")).to_contain_text("don't match")
    await expect(tab.page.get_by_label("Email")).to_have_value(ada.email)
    await tab.page.get_by_label("Password").fill(PASSWORD)
    await tab.page.get_by_role("button", name="Sign in").click()
    await expect(tab.chats).to_have_text(["Remember me?"])


async def test_the_session_cookie_is_out_of_reach_of_scripts(ada: Visitor):
    tab = await ada.tab()
    cookie: Any
    (cookie,) = await ada.context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Lax")
    assert not await tab.page.evaluate("document.cookie")
    assert not any(cookie["value"].encode() in frame for frame in tab.wire.frames)


async def test_a_message_waits_thinks_and_is_written(ada: Visitor, provider: ScriptedProvider):
    waits, thinks = asyncio.Event(), asyncio.Event()
    provider.on("slow", Until(waits), Reasoning("Let me see."), Until(thinks), Say("There you are."), Finish())
    tab = await ada.tab()
    await tab.ask("Be slow.")
    await expect(tab.answer).to_have_attribute("data-status", "pending")
    await expect(tab.answer).to_contain_text("Thinking…")
    waits.set()
    await expect(tab.answer.locator("[data-message-reasoning]")).to_contain_text("Let me see.")
    thinks.set()
    await tab.shows_status("completed")
    assert await tab.text() == "There you are."


async def test_a_failed_message_says_why_and_is_answered_again_in_place(ada: Visitor, provider: ScriptedProvider):
    provider.reply(Error(status=401, body=json.dumps({"error": {"message": "no"}})))
    provider.reply(Say("Second try."), Finish())
    tab = await ada.tab()
    await tab.ask("Will it work?")
    await tab.shows_status("failed")
    await expect(tab.answer.get_by_role("alert")).to_contain_text("key")
    failed = await tab.answer.get_attribute("data-message-id")
    await tab.page.get_by_role("button", name="Retry").click()
    await tab.shows_status("completed")
    assert await tab.text() == "Second try."
    assert await tab.answer.get_attribute("data-message-id") == failed
    await expect(tab.messages).to_have_count(2)


async def test_enter_sends_and_shift_enter_breaks_the_line(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    await tab.composer.press_sequentially("one")
    height = await tab.composer.evaluate("e => e.clientHeight")
    await tab.composer.press("Shift+Enter")
    await tab.composer.press_sequentially("two")
    assert await tab.composer.evaluate("e => e.clientHeight") > height
    await tab.composer.press("Enter")
    await expect(tab.body(tab.messages.first)).to_have_text("one\ntwo", use_inner_text=True)


COUNT_FOLLOWS = """
() => {
  document.querySelector("main").isTheFirst = true;
  window.follows = [];
  for (const socket of window.sockets) {
    const send = socket.send;
    socket.send = (data) => {
      if (String(data).includes(".follow")) window.follows.push(data);
      send.call(socket, data);
    };
  }
}
"""


async def test_a_new_chat_stays_what_it_is_as_it_gets_its_address(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    await tab.page.evaluate(COUNT_FOLLOWS)
    await tab.ask("Small.")
    chat = await tab.in_new_chat()
    await expect(tab.answer).to_have_attribute("data-status", "completed")
    await expect(tab.composer).to_be_focused()
    assert await tab.page.evaluate("document.querySelector('main').isTheFirst")
    (follow,) = await tab.page.evaluate("window.follows")
    assert "chat_state.follow" in follow

    await tab.page.go_back()
    await expect(tab.messages).to_have_count(0)
    await expect(tab.page).to_have_title(re.compile("New chat"))
    await tab.page.go_forward()
    await expect(tab.messages).to_have_count(2)
    assert tab.path == chat


async def test_markdown_was_rendered_unseen_before_the_first_answer_comes(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    unseen = tab.page.locator(".markdown", has=tab.page.locator("li"))
    await expect(unseen).to_have_count(1)
    await expect(unseen).to_be_hidden()
    await tab.ask("Small.")
    await expect(tab.answer).to_have_attribute("data-status", "completed")
    await expect(unseen).to_have_count(0)


async def test_on_a_narrow_page_the_list_opens_and_closes(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    await tab.ask("Small.")
    await tab.in_new_chat()  # where one goes by oneself, too, the list closes
    await tab.page.set_viewport_size({"width": 390, "height": 844})
    await expect(tab.chats).to_have_count(0)
    await tab.page.get_by_role("button", name="Show chats").click()
    await tab.page.get_by_role("link", name="New chat").click()
    await expect(tab.chats).to_have_count(0)
    await tab.page.get_by_role("button", name="Show chats").click()
    await tab.chats.first.click()
    await expect(tab.chats).to_have_count(0)
    await expect(tab.messages).to_have_count(2)


async def test_stop_ends_the_answer_and_keeps_its_text(ada: Visitor, provider: ScriptedProvider):
    provider.on("long", Say("As far as this. "), Pause(60), Say("Never."))
    tab = await ada.tab()
    await tab.ask("A long one.")
    await expect(tab.body(tab.answer)).to_contain_text("As far as this.")
    await tab.page.get_by_role("button", name="Stop").click()
    await tab.shows_status("stopped", within=3)
    assert await tab.text() == "As far as this."
    await expect(tab.page.get_by_role("button", name="Stop")).to_have_count(0)
    await expect(tab.page.get_by_role("button", name="Retry")).to_be_visible()


async def test_the_view_stays_at_the_end_unless_the_reader_scrolled_up(ada: Visitor, provider: ScriptedProvider):
    is_read = asyncio.Event()
    provider.on("long", provider.tokens(400, 300), Until(is_read), provider.tokens(100, 300), Finish())
    tab = await ada.tab()
    await tab.ask("A long one.")
    region = tab.page.locator("[role=log]").locator("xpath=../..")
    distance = "e => e.scrollHeight - e.scrollTop - e.clientHeight"
    await tab.has_more_than(1500)
    assert await region.evaluate(distance) < 200
    await region.hover()
    await tab.page.mouse.wheel(0, -400)
    await expect(tab.page.get_by_role("button", name="To the end")).to_be_visible()
    top = await region.evaluate("e => e.scrollTop")
    is_read.set()
    await tab.shows_status("completed")
    assert abs(await region.evaluate("e => e.scrollTop") - top) < 5
    await tab.page.get_by_role("button", name="To the end").click()
    await expect(tab.page.get_by_role("button", name="To the end")).to_have_count(0)
