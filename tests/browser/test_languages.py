"""Everybody reads the app in their own language, also what was stored in somebody else's time."""

import json
import re

from playwright.async_api import Browser, expect

from tests.support.provider import Error, Finish, Say, ScriptedProvider
from tests.support.site import Server
from tests.support.visitor import PASSWORD, new_visitor

EMAIL = "ada.german@example.com"


async def test_a_german_browser_reads_german_and_an_english_one_the_same_failure_in_english(
    browser: Browser, server: Server, provider: ScriptedProvider
):
    provider.reply(Error(status=401, body=json.dumps({"error": {"message": "no"}})))
    context = await browser.new_context(locale="de-DE", timezone_id="Europe/Berlin")
    page = await context.new_page()
    await page.goto(f"{server.url}/sign-up")
    await expect(page.locator("html")).to_have_attribute("lang", "de")
    await expect(page).to_have_title("Konto erstellen · chat_stream")
    for label, value in (("Name", "Ada"), ("E-Mail", EMAIL), ("Passwort", PASSWORD)):
        await page.get_by_label(label).fill(value)
    await page.get_by_role("button", name="Konto erstellen").click()
    await page.get_by_label("Nachricht", exact=True).fill("Geht das?")
    await page.get_by_role("button", name="Senden").click()
    alert = page.locator("[data-role=assistant]").get_by_role("alert")
    await expect(alert).to_contain_text("Der Server des Modells hat den Schlüssel abgelehnt.")
    await expect(page.get_by_role("navigation", name="Chats").get_by_text("Heute")).to_be_visible()
    chat = page.url.removeprefix(server.url)

    signed_in = await browser.new_context(base_url=server.url)
    credentials = json.dumps({"email": EMAIL, "password": PASSWORD})
    headers = {"Content-Type": "application/json", "Origin": server.url}
    assert (await signed_in.request.post("/api/session", data=credentials, headers=headers)).ok
    await page.goto(f"{server.url}/settings")
    await expect(page).to_have_title("Einstellungen · chat_stream")
    await expect(page.get_by_text(re.compile(r"Zuletzt benutzt: \d\d\.\d\d\.\d{4}, \d\d:\d\d"))).to_be_visible()
    await page.get_by_role("combobox", name="Sprache").select_option(label="English")
    await expect(page.get_by_role("heading", name="Settings")).to_be_visible()
    await expect(page.locator("html")).to_have_attribute("lang", "en")

    await page.goto(f"{server.url}{chat}")
    await expect(alert).to_contain_text("The model's server refused the key.")
    provider.reply(Say("Second try."), Finish())
    await page.get_by_role("button", name="Retry").click()
    await expect(page.locator("[data-message-body]").last).to_have_text("Second try.")
    for each in (context, signed_in):
        await each.close()


async def test_from_right_to_left_the_page_is_mirrored_and_nothing_scrolls_sideways(browser: Browser, server: Server):
    ada = await new_visitor(browser, server.url)
    page = await ada.context.new_page()
    await page.goto(f"{server.url}/")
    await expect(page.get_by_label("Message", exact=True)).to_be_visible()
    await page.evaluate("document.documentElement.dir = 'rtl'")
    side = await page.locator(".sidebar").bounding_box()
    box = await page.get_by_role("button", name="Send").bounding_box()
    assert side
    assert box
    assert side["x"] + side["width"] == 1280
    assert box["x"] < 640
    for width in (1280, 390):
        await page.set_viewport_size({"width": width, "height": 800})
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
    await ada.context.close()
