"""One question to several models: their answers stream side by side, and the chat goes on with one of them."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, expect

from tests.support.accessibility import check_accessible
from tests.support.keyboard import tab_to
from tests.support.provider import Error, Finish, Say, ScriptedProvider, Stall, Until
from tests.support.shared_servers import SharedServers
from tests.support.site import Server, Site
from tests.support.visitor import Tab, Visitor, visiting

MODELS = "openai/scripted,openai/gpt-4,openai/gpt-4o,openai/o4-mini"


@pytest.fixture
def offering(servers: SharedServers) -> Server:
    """A server with four models."""
    return servers.running(CHAT_STREAM_MODELS=MODELS)


@pytest_asyncio.fixture(loop_scope="session")
async def eve(browser: Browser, offering: Server) -> AsyncIterator[Visitor]:
    async with visiting(browser, offering.url) as visitor:
        yield visitor


def column(tab: Tab, model: str) -> Locator:
    return tab.page.get_by_role("region", name="Answers side by side").get_by_role("article", name=model, exact=True)


def notice(tab: Tab) -> Locator:
    return tab.page.get_by_text("No answer is chosen yet.")


def chips(tab: Tab) -> Locator:
    return tab.page.get_by_role("list", name="Models to compare").get_by_role("listitem")


async def compare(tab: Tab, *labels: str) -> None:
    """Adds these models to the one that answers already."""
    for count, label in enumerate(labels, start=2):
        await tab.page.get_by_role("combobox", name="Add a model to compare").click()
        await tab.page.get_by_role("option").filter(has=tab.page.get_by_text(label, exact=True)).click()
        await expect(chips(tab)).to_have_count(count)


async def test_answers_stream_side_by_side_in_every_tab_and_the_chat_goes_on_with_one(
    eve: Visitor, provider: ScriptedProvider
):
    all_are_looking = asyncio.Event()
    provider.by("scripted", Say("This "), Until(all_are_looking), Say("one."), Finish())
    provider.by("gpt-4", Say("That "), Until(all_are_looking), Say("one."), Finish())
    tab = await eve.tab()
    await compare(tab, "gpt-4")
    await tab.ask("Which?")
    other = await eve.tab(await tab.in_new_chat())
    for each in (tab, other):
        for model, text in (("scripted", "This"), ("gpt-4", "That")):
            await expect(each.body(column(each, model))).to_have_text(text)
            await expect(column(each, model)).to_have_attribute("data-status", "streaming")
    await check_accessible(other.page)
    await tab.page.reload()
    await expect(tab.body(column(tab, "gpt-4"))).to_have_text("That")
    all_are_looking.set()
    for each in (tab, other):
        for model, text in (("scripted", "This one."), ("gpt-4", "That one.")):
            await expect(each.body(column(each, model))).to_have_text(text)
            await expect(column(each, model)).to_have_attribute("data-status", "completed")
        await expect(notice(each)).to_contain_text("the one by scripted")
    await check_accessible(other.page)
    await expect(other.page.locator("[data-announcer]")).to_contain_text("This one.")
    await expect(other.page.locator("[data-announcer]")).to_contain_text("That one.")
    assert sorted(call.model for call in provider.calls) == ["gpt-4", "scripted"]

    await choose_that_one(tab, other)
    provider.by("gpt-4", Say("Of course."), Finish())
    await tab.ask("Are you sure?")
    await expect(tab.body(tab.answer)).to_have_text("Of course.")
    await expect(other.messages).to_have_count(4)
    assert [message["content"] for message in provider.calls[-1].messages] == ["Which?", "That one.", "Are you sure?"]


async def choose_that_one(tab: Tab, other: Tab) -> None:
    """One answer is chosen of the two, and both tabs show it alone."""
    await column(tab, "gpt-4").get_by_role("button", name="Choose this answer").click()
    for each in (tab, other):
        await expect(each.messages).to_have_count(2)
        await expect(each.body(each.answer)).to_have_text("That one.")
        await expect(each.answer.get_by_role("group", name="Version 2 of 2")).to_be_visible()
        await expect(notice(each)).to_have_count(0)
    await expect(tab.composer).to_be_focused()
    await expect(tab.page.get_by_role("combobox", name="Model", exact=True)).to_have_text("gpt-4")


async def test_one_is_stopped_one_fails_and_is_retried_and_the_third_is_complete(
    eve: Visitor, provider: ScriptedProvider
):
    provider.by("scripted", Say("Slowly"), Stall())
    provider.by("gpt-4", Error(401))
    provider.by("gpt-4o", Say("Whole."), Finish())
    tab = await eve.tab()
    await compare(tab, "gpt-4", "gpt-4o")
    await tab.ask("Which?")
    await expect(column(tab, "gpt-4o")).to_have_attribute("data-status", "completed")
    await expect(column(tab, "gpt-4").get_by_role("alert")).to_be_visible()
    await expect(tab.body(column(tab, "scripted"))).to_have_text("Slowly")
    await expect(column(tab, "scripted")).to_have_attribute("data-status", "streaming")
    await column(tab, "scripted").get_by_role("button", name="Stop").click()
    await expect(column(tab, "scripted")).to_contain_text("Stopped.")

    provider.by("gpt-4", Say("Better now."), Finish())
    await column(tab, "gpt-4").get_by_role("button", name="Retry").click()
    await expect(tab.body(column(tab, "gpt-4"))).to_have_text("Better now.")
    await expect(tab.messages).to_have_count(4)

    provider.by("scripted", Say("Now "), Finish())
    await tab.ask("And now?")
    await expect(tab.body(column(tab, "scripted"))).to_have_text("Now")
    await expect(tab.messages).to_have_count(6)
    followed = {call.model: call.messages for call in provider.calls[-3:]}
    for model in ("scripted", "gpt-4", "gpt-4o"):
        assert [message["content"] for message in followed[model]] == ["Which?", "Slowly", "And now?"]


async def test_four_models_are_the_most(eve: Visitor, provider: ScriptedProvider):
    provider.always(Say("Here."), Finish())
    tab = await eve.tab()
    await compare(tab, "gpt-4", "gpt-4o", "o4-mini")
    await expect(tab.page.get_by_role("combobox", name="Add a model to compare")).to_have_count(0)
    await tab.ask("Which?")
    await expect(tab.page.locator(".compared")).to_have_count(4)
    await expect(tab.page.locator(".compared [data-message-body]")).to_have_text(["Here."] * 4)
    assert sorted(call.model for call in provider.calls) == ["gpt-4", "gpt-4o", "o4-mini", "scripted"]


async def test_a_server_that_is_killed_leaves_a_comparison_that_goes_on(
    site: Site, browser: Browser, mortal_server: Server, provider: ScriptedProvider
):
    provider.always(Say("Half"), Stall())
    async with visiting(browser, mortal_server.url) as visitor:
        tab = await visitor.tab()
        await compare(tab, "Demo")
        await tab.page.get_by_role("button", name="Remove Demo").click()
        await compare(tab, "scripted")
        await tab.ask("Which?")
        await expect(tab.page.locator(".compared [data-message-body]")).to_have_text(["Half", "Half"])
        mortal_server.kill()
        provider.always(Say("Whole."), Finish())
        mortal_server.start()
        answers = tab.page.locator(".compared")
        for answer in (answers.first, answers.last):
            await expect(answer).to_have_attribute("data-status", "interrupted", timeout=30_000)
        await answers.last.get_by_role("button", name="Retry").click()
        await expect(tab.body(answers.last)).to_have_text("Whole.")
        await answers.last.get_by_role("button", name="Choose this answer").click()
        await expect(tab.body(tab.answer)).to_have_text("Whole.")
        await expect(tab.messages).to_have_count(2)


async def test_two_models_are_compared_by_keyboard_alone(eve: Visitor, provider: ScriptedProvider):
    provider.by("scripted", Say("This one."), Finish())
    provider.by("gpt-4", Say("That one."), Finish())
    tab = await eve.tab()
    keyboard, search = tab.page.keyboard, tab.page.get_by_role("combobox", name="Search models")
    await keyboard.type("Which?")
    await tab_to(tab.page, "Add a model to compare")
    await keyboard.press("Enter")
    await expect(search).to_be_focused()
    await keyboard.type("gpt-4o")
    await expect(tab.page.get_by_role("option")).to_have_count(1)
    await keyboard.press("Enter")
    await expect(tab.page.get_by_role("button", name="Remove gpt-4o")).to_be_visible()
    await tab_to(tab.page, "Remove gpt-4o", "Shift+Tab")
    await keyboard.press("Enter")
    await expect(tab.page.get_by_role("combobox", name="Model", exact=True)).to_be_focused()
    await tab_to(tab.page, "Add a model to compare")
    await keyboard.press("Enter")
    await expect(search).to_be_focused()
    await keyboard.type("gpt-4")
    await keyboard.press("Enter")
    await expect(tab.page.get_by_role("button", name="Remove gpt-4")).to_be_visible()
    await tab_to(tab.page, "Send")
    await keyboard.press("Enter")
    await expect(tab.body(column(tab, "gpt-4"))).to_have_text("That one.")
    await expect(column(tab, "gpt-4").get_by_role("button", name="Choose this answer")).to_be_visible()
    await tab_to(tab.page, "Choose this answer", "Shift+Tab")
    await keyboard.press("Enter")
    await expect(tab.messages).to_have_count(2)
    await expect(tab.body(tab.answer)).to_have_text("That one.")
    await expect(tab.composer).to_be_focused()
