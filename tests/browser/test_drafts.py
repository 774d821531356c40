"""Drafts are kept for each chat, across reloads and tabs."""

from playwright.async_api import expect

from tests.support.provider import ScriptedProvider
from tests.support.visitor import Visitor


async def test_a_draft_is_kept_per_chat_across_reloads(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    await tab.ask("First chat.")
    first = await tab.in_new_chat()
    await expect(tab.body(tab.answer)).to_have_text("You said: First chat.")
    await tab.composer.fill("For the first chat.")
    await tab.page.get_by_role("link", name="New chat").click()
    await expect(tab.composer).to_have_value("")
    await tab.composer.fill("For a new one.")
    await tab.open(first)
    await expect(tab.composer).to_have_value("For the first chat.")
    await tab.page.reload()
    await expect(tab.composer).to_have_value("For the first chat.")
    await tab.open("/")
    await expect(tab.composer).to_have_value("For a new one.")


async def test_a_draft_is_the_same_in_every_tab_and_gone_everywhere_when_it_is_sent(
    ada: Visitor, provider: ScriptedProvider
):
    tab = await ada.tab()
    await tab.ask("First chat.")
    other = await ada.tab(await tab.in_new_chat())
    elsewhere = await ada.tab()
    await tab.composer.fill("Begun here,")
    await expect(other.composer).to_have_value("Begun here,")
    await other.composer.fill("Begun here, ended there.")
    await expect(tab.composer).to_have_value("Begun here, ended there.")
    await other.composer.press("Enter")
    await expect(other.composer).to_have_value("")
    await expect(tab.composer).to_have_value("")
    await expect(tab.composer).to_be_editable()
    await expect(tab.body(tab.answer)).to_have_text("You said: Begun here, ended there.")
    await expect(elsewhere.composer).to_have_value("")


async def test_each_tab_begins_a_new_chat_of_its_own(ada: Visitor, provider: ScriptedProvider):
    one, two = await ada.tab(), await ada.tab()
    await one.composer.fill("The first.")
    await two.composer.fill("The second.")
    await one.composer.press("Enter")
    await expect(one.body(one.answer)).to_have_text("You said: The first.")
    await expect(two.composer).to_have_value("The second.")
    await two.page.reload()
    await expect(two.composer).to_have_value("The second.")
    await two.composer.press("Enter")
    await expect(two.body(two.answer)).to_have_text("You said: The second.")
    await expect((await ada.tab()).composer).to_have_value("")
