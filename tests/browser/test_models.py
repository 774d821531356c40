"""Which model answers, how it is asked, and what it calls the chat."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, expect

from tests.support.provider import Finish, Say, ScriptedProvider
from tests.support.shared_servers import SharedServers
from tests.support.site import Server
from tests.support.visitor import PASSWORD, Tab, Visitor, visiting

MODELS = "openai/scripted,openai/gpt-4,openai/o4-mini,anthropic/claude-sonnet-4-5,demo"
ASKS_FOR_A_TITLE = "Give this conversation a title"


@pytest.fixture
def offering(servers: SharedServers) -> Server:
    """A server with several providers' models, of which one is asked for titles."""
    return servers.running(CHAT_STREAM_MODELS=MODELS, CHAT_STREAM_TITLE_MODEL="openai/scripted")


@pytest_asyncio.fixture(loop_scope="session")
async def eve(browser: Browser, offering: Server) -> AsyncIterator[Visitor]:
    async with visiting(browser, offering.url) as visitor:
        yield visitor


def picker(tab: Tab) -> Locator:
    return tab.page.get_by_role("combobox", name="Model", exact=True)


async def test_models_are_found_by_keyboard_and_remembered(eve: Visitor, provider: ScriptedProvider):
    tab = await eve.tab()
    keyboard = tab.page.keyboard
    search = tab.page.get_by_role("combobox", name="Search models")
    await expect(picker(tab)).to_have_text("scripted")
    await picker(tab).focus()
    await keyboard.press("Enter")
    await expect(search).to_be_focused()
    await expect(tab.page.get_by_role("option")).to_have_count(5)
    await expect(tab.page.get_by_role("group", name="Anthropic").get_by_role("option")).to_have_count(1)
    await keyboard.type("reasoning")
    await expect(tab.page.get_by_role("option")).to_have_count(2)
    await expect(tab.page.get_by_role("option", name="claude")).to_contain_text(
        "200K context · $3.00 in, $15.00 out per million · vision, tools, reasoning"
    )
    await keyboard.press("Escape")
    await expect(picker(tab)).to_be_focused()
    await keyboard.press("Enter")
    await expect(search).to_be_focused()
    await keyboard.type("gpt")
    await expect(tab.page.get_by_role("option")).to_have_count(1)
    await keyboard.press("Enter")
    await expect(picker(tab)).to_have_text("gpt-4")
    assert not provider.calls

    await tab.ask("Who are you?")
    await tab.shows_status("completed")
    await expect(tab.answer.get_by_label("This answer")).to_contain_text("$0.0")
    first = await tab.in_new_chat()
    await tab.page.get_by_role("link", name="New chat").click()
    await expect(tab.messages).to_have_count(0)
    await expect(picker(tab)).to_have_text("gpt-4")
    await tab.choose_model("scripted")
    await tab.ask("And you?")
    await tab.shows_status("completed")
    await tab.open(first)
    await expect(picker(tab)).to_have_text("gpt-4")


async def test_a_tab_that_comes_back_is_not_told_of_the_models_again(eve: Visitor, provider: ScriptedProvider):
    provider.reply(Say("Hi."), Finish())
    tab = await eve.tab()
    await tab.ask("Hello?")
    await tab.shows_status("completed")
    assert any(b"claude-sonnet-4-5" in frame for frame in tab.wire.frames)
    await tab.drop_connection()
    await expect(tab.page.get_by_text("Reconnecting…")).to_be_visible()
    tab.wire.clear()
    await tab.restore_connection()
    await tab.ask("Are you still there?")
    await expect(tab.messages).to_have_count(4)
    await tab.shows_status("completed")
    assert not any(b"claude-sonnet-4-5" in frame for frame in tab.wire.frames)
    await picker(tab).click()
    await expect(tab.page.get_by_role("option")).to_have_count(5)


async def test_a_chat_gets_a_title_by_itself(eve: Visitor, provider: ScriptedProvider):
    provider.on(ASKS_FOR_A_TITLE, Say('"Baking bread"'), Finish())
    tab, other = await eve.tab(), await eve.tab()
    await tab.ask("How do I bake bread, and why?")
    await tab.shows_status("completed")
    await expect(other.chats.first).to_contain_text("Baking bread", timeout=15_000)
    await expect(tab.chats.first).to_contain_text("Baking bread")
    await expect(tab.page.get_by_role("heading", name="Baking bread")).to_be_visible()
    await tab.ask("And cake?")
    await expect(tab.messages).to_have_count(4)
    await tab.shows_status("completed")
    assert sum(ASKS_FOR_A_TITLE in call.question for call in provider.calls) == 1


async def test_a_chat_has_a_system_prompt_and_parameters(eve: Visitor, provider: ScriptedProvider):
    provider.on(ASKS_FOR_A_TITLE, Say("Short"), Finish())
    tab = await eve.tab()
    settings = tab.page.get_by_role("button", name="Chat settings")
    await settings.click()
    dialog = tab.page.get_by_role("dialog", name="Chat settings")
    await dialog.get_by_label("System prompt").fill("Be verbose.")
    await tab.page.keyboard.press("Escape")
    await settings.click()
    await expect(dialog.get_by_label("System prompt")).to_have_value("Be verbose.")
    await dialog.get_by_role("button", name="Discard changes").click()
    await settings.click()
    await expect(dialog.get_by_label("System prompt")).to_have_value("")
    await dialog.get_by_label("System prompt").fill("Be brief.")
    await dialog.get_by_label("Temperature").fill("0.2")
    await dialog.get_by_label("Maximum length").fill("100")
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog).to_have_count(0)
    await expect(settings).to_be_focused()
    await tab.ask("Hello?")
    await tab.shows_status("completed")
    call = provider.calls[0]
    assert call.messages[0] == {"role": "system", "content": "Be brief."}
    assert (call.options["temperature"], call.options["max_tokens"]) == (0.2, 100)

    await tab.page.reload()
    await settings.click()
    await expect(dialog.get_by_label("System prompt")).to_have_value("Be brief.")
    await expect(dialog.get_by_label("Temperature")).to_have_value("0.2")
    await dialog.get_by_label("Temperature").fill("")
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog).to_have_count(0)
    await tab.ask("And now?")
    await expect(tab.messages).to_have_count(4)
    await tab.shows_status("completed")
    assert "temperature" not in provider.calls[-1].options


async def test_a_model_that_reasons_is_asked_how_hard_and_others_are_not(eve: Visitor, provider: ScriptedProvider):
    tab = await eve.tab()
    settings = tab.page.get_by_role("button", name="Chat settings")
    dialog = tab.page.get_by_role("dialog", name="Chat settings")
    effort = dialog.get_by_label("Reasoning effort")
    await tab.choose_model("gpt-4")
    await settings.click()
    await expect(dialog.get_by_label("Temperature")).to_be_visible()
    await expect(effort).to_have_count(0)
    await tab.page.keyboard.press("Escape")
    await tab.choose_model("o4-mini")
    await settings.click()
    await effort.select_option(label="High")
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog).to_have_count(0)
    await tab.ask("Why?")
    await tab.shows_status("completed")
    assert [call.options["reasoning_effort"] for call in provider.calls if call.model == "o4-mini"] == ["high"]


async def test_the_model_that_one_used_last_is_ones_default_in_every_browser(
    eve: Visitor, browser: Browser, provider: ScriptedProvider
):
    tab = await eve.tab()
    await tab.choose_model("gpt-4")
    await tab.page.reload()
    await expect(picker(tab)).to_have_text("gpt-4")
    elsewhere = await browser.new_page()
    await elsewhere.goto(f"{eve.url}/sign-in")
    await elsewhere.get_by_label("Email").fill(eve.email)
    await elsewhere.get_by_label("Password").fill(PASSWORD)
    await elsewhere.get_by_role("button", name="Sign in", exact=True).click()
    await expect(elsewhere.get_by_role("combobox", name="Model", exact=True)).to_have_text("gpt-4")
    await elsewhere.context.close()
