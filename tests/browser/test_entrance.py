"""A link that is opened signed out leads to its page after signing in, in whatever way that happens."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import serving
from tests.support.openid_provider import CLIENT_ID, CLIENT_SECRET, openid_provider
from tests.support.provider import Finish, Say, ScriptedProvider
from tests.support.site import Site
from tests.support.visitor import PASSWORD, Visitor, new_visitor


async def signs_in(page: Page, email: str) -> None:
    await page.get_by_label("Email").fill(email)
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("button", name="Sign in").click()


async def asked_chat(ada: Visitor, provider: ScriptedProvider) -> str:
    provider.on("gears", Say("Three."), Finish())
    tab = await ada.tab()
    await tab.ask("How many gears?")
    await tab.shows_status("completed")
    return await tab.in_new_chat()


async def test_a_link_leads_to_its_chat_after_signing_in(ada: Visitor, browser: Browser, provider: ScriptedProvider):
    """Also by the other form, after a wrong password, and with what the address says beside the path."""
    path = await asked_chat(ada, provider)
    page = await (await browser.new_context()).new_page()
    await page.goto(f"{ada.url}{path}?of=a%20b#end")
    await page.get_by_role("link", name="Create an account").click()
    await page.get_by_role("link", name="Sign in").click()
    await page.get_by_label("Email").fill(ada.email)
    await page.get_by_label("Password").fill("not this one")
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.get_by_role("alert")).to_be_visible()
    await signs_in(page, ada.email)
    await page.wait_for_url(f"{ada.url}{path}?of=a%20b#end")
    await expect(page.get_by_text("Three.")).to_be_visible()
    await page.goto(f"{ada.url}/sign-in?next={path}")  # who is signed in already
    await page.wait_for_url(f"{ada.url}{path}")
    await page.context.close()


async def test_a_chat_of_others_is_not_found_after_signing_up(
    ada: Visitor, browser: Browser, provider: ScriptedProvider
):
    path = await asked_chat(ada, provider)
    page = await (await browser.new_context()).new_page()
    await page.goto(ada.url + path)
    link = page.get_by_role("link", name="Create an account")
    await expect(link).to_have_attribute("href", f"/sign-up?next={path}")  # what a new tab would open
    await link.click()
    await page.get_by_label("Name").fill("Eve")
    await page.get_by_label("Email").fill(f"eve-of-{ada.email}")
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("button", name="Create account").click()
    await page.wait_for_url(ada.url + path)
    await expect(page.get_by_role("heading", name="Not found")).to_be_visible()
    await page.context.close()


async def test_a_session_that_ends_under_a_tab_comes_back_to_its_chat(ada: Visitor, provider: ScriptedProvider):
    path = await asked_chat(ada, provider)
    tab = ada.tabs[0]
    settings = await ada.context.new_page()
    await settings.goto(f"{ada.url}/settings#sessions")
    await settings.get_by_role("button", name="Sign out everywhere").click()
    await expect(tab.page.get_by_role("status").filter(has_text="Your session has ended")).to_be_visible()
    await signs_in(tab.page, ada.email)
    await tab.page.wait_for_url(ada.url + path)
    await expect(tab.page.get_by_text("Three.")).to_be_visible()
    await settings.reload()  # signed in again by the other tab
    await settings.wait_for_url(re.compile("/settings/?#sessions$"))


@pytest.mark.parametrize("address", ["//evil.example/", "/\\evil.example", "javascript:alert(1)", "/api/openapi.json"])
async def test_signing_in_leads_nowhere_else(ada: Visitor, browser: Browser, address: str):
    page = await (await browser.new_context()).new_page()
    await page.goto(f"{ada.url}/sign-in?next={quote(address, safe='')}")
    await signs_in(page, ada.email)
    await expect(page.get_by_label("Message", exact=True)).to_be_visible()
    assert page.url == f"{ada.url}/"
    await page.context.close()


async def test_an_invitation_leads_to_the_chat_that_was_asked_for(
    ada: Visitor, browser: Browser, provider: ScriptedProvider
):
    tab = await ada.tab("/")
    await tab.page.goto(f"{ada.url}/settings")
    await tab.page.get_by_label("Team name").fill("Engines")
    await tab.page.get_by_role("button", name="Create team").click()
    await tab.page.get_by_role("button", name="Create link").click()
    invitation = await tab.page.get_by_label("New link").inner_text()
    await tab.page.get_by_label("Account", exact=True).select_option("Engines")
    await expect(tab.composer).to_be_visible()
    provider.on("gears", Say("Three."), Finish())
    await tab.ask("How many gears?")
    await tab.shows_status("completed")
    page = await (await browser.new_context()).new_page()
    await page.goto(tab.page.url)
    await expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    await page.goto(invitation)
    await page.get_by_role("link", name="Create an account").click()
    await page.get_by_label("Name").fill("Charles")
    await page.get_by_label("Email").fill(f"charles-of-{ada.email}")
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("button", name="Create account").click()
    await page.get_by_role("button", name="Join team").click()
    await page.wait_for_url(tab.page.url)
    await expect(page.get_by_text("Three.")).to_be_visible()
    await page.context.close()


async def test_openid_leads_to_what_was_asked_for(
    site: Site, provider: ScriptedProvider, tmp_path: Path, browser: Browser
):
    with openid_provider() as openid:
        openid.sign_in_next()
        known = {"ISSUER": openid.issuer, "CLIENT_ID": CLIENT_ID, "CLIENT_SECRET": CLIENT_SECRET}
        settings = {f"CHAT_STREAM_OIDC_{name}": value for name, value in known.items()}
        with serving(site, provider, tmp_path, **settings) as server:
            await (await new_visitor(browser, server.url)).context.close()
            page = await (await browser.new_context()).new_page()
            await page.goto(f"{server.url}/settings?of=1#keys")
            await page.get_by_role("link", name="Sign in with OpenID").click()
            await page.wait_for_url(re.compile(r"/settings/?\?of=1#keys$"))
            await expect(page.get_by_role("main").get_by_text("ada@example.com")).to_be_visible()
            await page.context.close()
