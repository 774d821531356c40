"""A person's settings."""

import httpx
from playwright.async_api import Page, expect

from tests.support.provider import Finish, Say, ScriptedProvider
from tests.support.visitor import Visitor


async def test_a_token_is_made_shown_once_used_and_revoked(ada: Visitor, provider: ScriptedProvider):
    await ada.context.grant_permissions(["clipboard-read", "clipboard-write"])
    provider.on("program", Say("Read by a program."), Finish())
    tab = await ada.tab()
    await tab.ask("For a program.")
    await tab.shows_status("completed")
    stream = f"{ada.url}/api/messages/{await tab.answer.get_attribute('data-message-id')}/stream"

    await tab.page.get_by_role("link", name="Settings").click()
    await tab.page.wait_for_url("**/settings")
    secret = await make_token(tab.page, "backup script")
    entry = tab.page.get_by_role("list", name="API tokens").get_by_role("listitem")
    await expect(entry).to_contain_text("backup script")
    await expect(entry).to_contain_text("Never used")
    answer = await read(stream, secret)
    assert (answer.status_code, answer.text) == (200, "Read by a program.")

    await tab.page.reload()
    await expect(entry).to_contain_text("Last used")
    await expect(tab.page.get_by_text(secret)).to_have_count(0)
    assert not any(secret.encode() in frame for frame in tab.wire.frames if b'["~",' not in frame)

    await tab.page.get_by_role("button", name="Revoke").click()
    await expect(entry).to_have_count(0)
    assert (await read(stream, secret)).status_code == 401
    assert (await read(stream, secret, "POST")).status_code == 405


async def test_a_token_without_a_usable_name_is_refused_with_a_sentence(ada: Visitor):
    tab = await ada.tab()
    await tab.page.goto(f"{ada.url}/settings")
    await tab.page.get_by_label("Token name").fill("x" * 81)
    await tab.page.get_by_role("button", name="Create token").click()
    await expect(tab.page.get_by_role("alert")).to_contain_text("Enter a name")


async def test_the_settings_lead_back_to_the_chats(ada: Visitor):
    tab = await ada.tab()
    await tab.ask("Hello?")
    path = await tab.in_new_chat()
    await tab.page.get_by_role("link", name="Settings").click()
    await expect(tab.page.get_by_role("heading", name="API tokens")).to_be_visible()
    await tab.chats.first.click()
    await tab.page.wait_for_url(f"**{path}")
    await expect(tab.answer).to_be_visible()


async def make_token(page: Page, name: str) -> str:
    await page.get_by_label("Token name").fill(name)
    await page.get_by_role("button", name="Create token").click()
    shown = page.get_by_label("New token")
    await expect(shown).to_be_visible()
    await page.get_by_role("button", name="Copy").click()
    await expect(page.get_by_role("button", name="Copied")).to_be_visible()
    secret = await shown.inner_text()
    assert await page.evaluate("navigator.clipboard.readText()") == secret
    return secret


async def read(stream: str, secret: str, method: str = "GET") -> httpx.Response:
    """The text that a program gets."""
    async with httpx.AsyncClient(follow_redirects=True) as http:
        return await http.request(method, stream, headers={"Authorization": f"Bearer {secret}"})
