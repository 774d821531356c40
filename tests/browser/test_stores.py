"""A browser whose stores are full, or forbidden, shows and sends everything."""

import pytest
from playwright.async_api import expect

from tests.support.provider import ScriptedProvider
from tests.support.visitor import Visitor

FORBIDDEN = """
for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("Access is denied.", "SecurityError"); } });
"""
MISSING = """
for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get: () => null });
"""
FULL = """
for (const store of [localStorage, sessionStorage])
  for (let size = 4_000_000; size; )
    try { store.setItem(`filling ${store.length}`, "x".repeat(size)); } catch { size = Math.floor(size / 2); }
"""


@pytest.mark.parametrize("stores", [FORBIDDEN, MISSING, FULL], ids=["forbidden", "missing", "full"])
async def test_a_browser_that_keeps_nothing_is_told_once_and_loses_nothing_else(
    ada: Visitor, provider: ScriptedProvider, stores: str
):
    await ada.context.add_init_script(stores)
    await ada.context.grant_permissions(["notifications"])
    tab = await ada.tab()
    notice = tab.page.get_by_role("alert")
    await tab.composer.fill("Hello?")
    await expect(notice).to_contain_text("This browser can't save what you write")
    await notice.get_by_role("button", name="Close").click()
    await tab.composer.press("Enter")
    await expect(tab.body(tab.answer)).to_have_text("You said: Hello?")
    await tab.composer.fill("A draft")
    await tab.page.get_by_role("link", name="Settings").click()
    await tab.page.get_by_role("radio", name="Dark").check()
    await tab.page.get_by_role("radio", name="Ctrl+Enter").check()
    await tab.page.get_by_label("Notify me when an answer finishes").check()
    await tab.page.get_by_role("combobox", name="Language").select_option(label="Deutsch")
    await tab.page.get_by_role("combobox", name="Sprache").select_option(label="English")
    await expect(tab.page.locator("html.dark")).to_have_count(1)
    await tab.chats.first.click()
    await expect(tab.composer).to_have_value("A draft")
    await tab.composer.press("Control+Enter")
    await expect(tab.body(tab.answer)).to_have_text("You said: A draft")
    await expect(notice).to_have_count(0)
    await tab.page.reload()
    await expect(tab.body(tab.answer)).to_have_text("You said: A draft")
