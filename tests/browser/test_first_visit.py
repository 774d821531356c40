"""An empty chat offers suggestions, and the way to a model."""

from pathlib import Path

from playwright.async_api import Browser, expect

from tests.browser.conftest import serving
from tests.support.accessibility import check_accessible
from tests.support.provider import ScriptedProvider
from tests.support.site import Site
from tests.support.visitor import Visitor, visiting

CODE = "Find the mistake in this code:"


async def test_a_beginning_is_put_into_the_composer_by_keyboard(ada: Visitor):
    tab = await ada.tab()
    offered = tab.page.get_by_role("list", name="Ideas to get you started").get_by_role("button")
    await expect(offered).to_have_count(4)
    await check_accessible(tab.page)
    await offered.filter(has_text=CODE).focus()
    await tab.page.keyboard.press("Enter")
    await expect(tab.composer).to_have_value(CODE)
    await expect(tab.composer).to_be_focused()
    await tab.page.keyboard.type(" 1 + 1 = 3")
    await expect(tab.composer).to_have_value(f"{CODE} 1 + 1 = 3")
    await offered.filter(has_text="Plan simple dinners").click()  # what is written stays
    await expect(tab.composer).to_have_value(f"{CODE} 1 + 1 = 3\n\nPlan simple dinners for two for a week")
    await expect(tab.page.get_by_role("link", name="Connect a model")).to_have_count(0)
    await tab.page.get_by_role("button", name="Temporary chat").click()
    await expect(tab.page.get_by_role("heading", name="Temporary chat", level=2)).to_be_visible()
    await offered.filter(has_text=CODE).click()
    await expect(tab.composer).to_have_value(CODE)
    await tab.composer.press("Enter")
    await expect(tab.messages.first).to_contain_text(CODE)
    await expect(offered).to_have_count(0)


async def test_where_only_the_demo_answers_a_line_leads_to_connecting_a_model(
    site: Site, provider: ScriptedProvider, tmp_path: Path, browser: Browser
):
    """Also with the installation's own beginnings, in the reader's language."""
    own = '{"en": ["Write a letter"], "de": ["Schreibe einen Brief"]}'
    with serving(site, provider, tmp_path, CHAT_STREAM_MODELS="demo", CHAT_STREAM_BEGINNINGS=own) as server:
        async with visiting(browser, server.url) as ada:
            tab = await ada.tab()
            offered = tab.page.get_by_role("list", name="Ideas to get you started").get_by_role("button")
            await expect(offered).to_have_text(["Write a letter"])
            await check_accessible(tab.page)
            await tab.page.get_by_role("link", name="Connect a model").click()
            await expect(tab.page.get_by_role("heading", name="Provider keys")).to_be_in_viewport()
            await tab.page.get_by_role("combobox", name="Language").select_option("de")
            await tab.page.get_by_role("link", name="Neuer Chat").click()
            await expect(tab.page.get_by_role("list", name="Ideen für den Anfang")).to_have_text("Schreibe einen Brief")
            await expect(tab.page.get_by_role("link", name="Ein Modell verbinden")).to_be_visible()
