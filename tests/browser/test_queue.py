"""Questions sent during an answer wait below it, in every tab, and can be taken back."""

import asyncio
import re

from playwright.async_api import Browser, Locator, Page, expect

from tests.support.accessibility import check_accessible
from tests.support.eventually import eventually
from tests.support.provider import Error, Finish, Pause, Say, ScriptedProvider, Until
from tests.support.site import Server
from tests.support.visitor import Tab, Visitor, visiting


async def test_questions_wait_are_taken_back_and_are_answered_in_order(ada: Visitor, provider: ScriptedProvider):
    provider.on("first", Say("One, "), Pause(60))
    provider.on("second", Say("Two."), Finish())
    provider.on("fourth", Say("Four."), Finish())
    tab = await ada.tab()
    await tab.ask("The first.")
    other = await ada.tab(await tab.in_new_chat())
    await expect(tab.answer).to_have_attribute("data-status", "streaming")
    for text in ("The second.", "The third.", "The fourth."):
        await tab.ask(text)
    for each in (tab, other):
        await expect(texts(each)).to_have_text(["The second.", "The third.", "The fourth."])
        await expect(waiting(each).first).to_contain_text("Waiting until the answer above is complete")
    await other.page.reload()
    await expect(texts(other)).to_have_count(3)
    await check_accessible(other.page)
    assert len(provider.calls) == 1

    await take_the_third_back(tab, other)

    await tab.page.get_by_role("button", name="Stop").click()
    for each in (tab, other):
        await expect(each.page.get_by_text("Paused, because the answer above was stopped.")).to_be_visible()
        await expect(texts(each)).to_have_count(2)
    assert len(provider.calls) == 1
    await button(tab.page, "Resume").click()
    for each in (tab, other):
        await expect(each.messages).to_have_count(6)
        await expect(each.messages.nth(2)).to_contain_text("The second.")
        await expect(each.body(each.messages.nth(3))).to_have_text("Two.")
        await expect(each.messages.nth(4)).to_contain_text("The fourth.")
        await expect(each.body(each.answer)).to_have_text("Four.")
        await expect(waiting(each)).to_have_count(0)
    assert [call.question for call in provider.calls] == ["The first.", "The second.", "The fourth."]


async def take_the_third_back(tab: Tab, other: Tab) -> None:
    """Its words join the draft, in the composer of who takes it back."""
    await tab.composer.fill("A draft.")
    await button(waiting(tab).nth(1), "Take back").click()
    await expect(tab.composer).to_have_value("A draft.\n\nThe third.")
    await expect(tab.composer).to_be_focused()
    for each in (tab, other):
        await expect(texts(each)).to_have_text(["The second.", "The fourth."])
    await tab.page.reload()
    await expect(tab.composer).to_have_value("A draft.\n\nThe third.")


async def test_sent_now_it_is_answered_beside_and_a_failure_pauses_the_rest(ada: Visitor, provider: ScriptedProvider):
    both_are_written = asyncio.Event()
    provider.on("first", Say("One, "), Until(both_are_written), Finish())
    provider.on("second", Say("Two, "), Until(both_are_written), Error(401))
    provider.on("third", Say("Three."), Finish())
    tab = await ada.tab()
    await tab.ask("The first.")
    await tab.in_new_chat()
    await expect(tab.answer).to_have_attribute("data-status", "streaming")
    await tab.ask("The third.")
    await tab.ask("The second.")
    await button(waiting(tab).nth(1), "Send now").click()
    await expect(tab.messages).to_have_count(4)
    for place in (1, 3):
        await expect(tab.messages.nth(place)).to_have_attribute("data-status", "streaming")
    await expect(texts(tab)).to_have_text(["The third."])
    both_are_written.set()
    await expect(tab.page.get_by_text("Paused, because the answer above failed.")).to_be_visible(timeout=30_000)
    assert len(provider.calls) == 2
    await button(tab.page, "Resume").click()
    await expect(tab.body(tab.answer)).to_have_text("Three.")
    await expect(tab.messages).to_have_count(6)


async def test_closed_and_killed_the_queue_goes_on(mortal_server: Server, browser: Browser, provider: ScriptedProvider):
    provider.on("first", Say("One, "), Pause(60))
    provider.on("second", Say("Two."), Finish())
    async with visiting(browser, mortal_server.url) as ada:
        tab = await ada.tab()
        await tab.ask("The first.")
        path = await tab.in_new_chat()
        await expect(tab.answer).to_have_attribute("data-status", "streaming")
        await tab.ask("The second.")
        await tab.page.close()
        mortal_server.kill()
        mortal_server.start()
        await eventually(lambda: len(provider.calls) == 2)
        tab = await ada.tab(path)
        await expect(tab.body(tab.answer)).to_have_text("Two.")
        await expect(tab.messages).to_have_count(4)
        await expect(tab.messages.nth(1)).to_have_attribute("data-status", re.compile("interrupted"))
        await expect(waiting(tab)).to_have_count(0)


def waiting(tab: Tab) -> Locator:
    return tab.page.locator("[data-queued-id]")


def texts(tab: Tab) -> Locator:
    return tab.page.locator("[data-queued-text]")


def button(inside: Locator | Page, name: str) -> Locator:
    return inside.get_by_role("button", name=name)
