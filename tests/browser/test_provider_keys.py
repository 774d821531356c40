"""A key of one's own, from the settings to an answer; and where it is never found again."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.support.provider import Error, Finish, Say, ScriptedProvider
from tests.support.site import Server, Site
from tests.support.visitor import Visitor, new_visitor

CANARY = "sk-canary-5f1d0c7be2-wxyz"
STORED_IN_BROWSER = """async () => JSON.stringify([
    {...localStorage}, {...sessionStorage}, document.cookie, location.href, document.documentElement.outerHTML,
    await indexedDB.databases(), await caches.keys(),
])"""


@pytest.fixture
def demo_server(site: Site, tmp_path: Path) -> Iterator[Server]:
    """A server whose administrator brought no key, and allows servers in private networks."""
    environment = {"OPENAI_API_KEY": "", "OPENAI_API_BASE": "", "CHAT_STREAM_ALLOW_PRIVATE_ADDRESSES": "true"}
    server = site.server(tmp_path, **environment, CHAT_STREAM_MODELS="demo")
    server.start()
    yield server
    server.kill()


async def test_a_key_is_stored_used_and_found_nowhere(
    browser: Browser, demo_server: Server, provider: ScriptedProvider
):
    ada = await new_visitor(browser, demo_server.url)
    tab = await ada.tab()
    await store_key(tab.page, ada.url, provider.url)
    entry = tab.page.get_by_role("list", name="Provider keys").get_by_role("listitem")
    await expect(entry).to_contain_text("OpenAI")
    await expect(entry).to_contain_text("Ends in wxyz")

    echoed = json.dumps({"error": {"message": f"Incorrect API key provided: {CANARY}"}})
    provider.on("well", Say("Paid by Ada."), Finish())
    provider.on("refused", Error(status=401, body=echoed, headers={"X-Echo": CANARY}))
    provider.on("garbled", Error(status=500, body=f"Traceback: api_key={CANARY}"))
    await tab.open()
    await tab.choose_model("scripted")
    for question, status in (("Go well.", "completed"), ("Be refused.", "failed"), ("Be garbled.", "failed")):
        await tab.ask(question)
        await expect(tab.messages.filter(has_text=question)).to_be_visible()
        await tab.shows_status(status, within=60)
        if question == "Be refused.":
            await expect(tab.answer).to_contain_text("refused the key from the settings")
    assert {call.key_end for call in provider.calls} == {"wxyz"}
    await is_not_found(CANARY, ada, tab.page, demo_server)

    await tab.page.goto(f"{ada.url}/settings")
    await tab.page.get_by_role("button", name="Remove").click()
    await expect(entry).to_have_count(0)
    await tab.open()
    await tab.page.get_by_role("combobox", name="Model", exact=True).click()
    await expect(tab.page.get_by_role("option")).to_have_text(["Demo"])
    await ada.context.close()


async def test_a_server_without_a_key_shows_its_models_before_it_is_kept(
    browser: Browser, demo_server: Server, provider: ScriptedProvider
):
    provider.models = ["meta/llama", "nous/llama", "text-embedding-3"]
    provider.always(Say("From next door."), Finish())
    ada = await new_visitor(browser, demo_server.url)
    tab = await ada.tab()
    await tab.page.goto(f"{ada.url}/settings")
    await enter(tab.page, address=provider.url.removesuffix("/v1"))
    found = tab.page.get_by_role("status").filter(has_text="This server has 2 models:")
    await expect(found.get_by_role("listitem")).to_have_text(["meta/llama", "nous/llama"])
    await expect(tab.page.get_by_text("No key", exact=True)).to_have_count(0)
    await tab.page.get_by_role("button", name="Use this server").click()
    entry = tab.page.get_by_role("list", name="Provider keys").get_by_role("listitem")
    await expect(entry).to_contain_text(f"No key{provider.url}")
    await expect(tab.page.get_by_label("Address")).to_have_value("")

    await tab.open()
    await tab.choose_model("nous/llama")
    await tab.ask("Who is there?")
    await tab.shows_status("completed")
    assert await tab.text() == "From next door."
    assert [call.model for call in provider.calls] == ["nous/llama"]

    provider.models = []
    await tab.page.goto(f"{ada.url}/settings")
    await enter(tab.page, address=provider.url)
    await expect(tab.page.get_by_role("alert")).to_contain_text("no models at this address")
    await expect(tab.page.get_by_label("Address")).to_have_value(provider.url)
    provider.models = ["scripted"]
    await ada.context.close()


async def test_a_private_address_is_refused_with_a_sentence(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    await store_key(tab.page, ada.url, provider.url)
    await expect(tab.page.get_by_role("alert")).to_contain_text("private network")
    assert provider.calls == []


async def store_key(page: Page, url: str, address: str) -> None:
    await page.goto(f"{url}/settings")
    await enter(page, address, CANARY)
    used = page.get_by_role("button", name="Use this server")
    await expect(used.or_(page.get_by_role("alert"))).to_be_visible()
    if await used.is_visible():
        await used.click()


async def enter(page: Page, address: str, key: str = "") -> None:
    await expect(page.get_by_role("link", name="New chat")).to_be_visible()
    await page.get_by_label("Provider", exact=True).select_option("openai")
    await page.get_by_label("Key", exact=True).fill(key)
    await page.get_by_label("Address").fill(address)
    await page.get_by_role("button", name="Add", exact=True).click()


async def is_not_found(canary: str, visitor: Visitor, page: Page, server: Server) -> None:
    """Not in a log, a database, a file of the server, a frame that it sent, nor anything that the browser keeps."""
    assert canary not in await page.evaluate(STORED_IN_BROWSER)
    assert canary not in json.dumps(await visitor.context.storage_state())
    for tab in visitor.tabs:
        assert not any(canary.encode() in frame for frame in tab.wire.frames)
    written = [file for file in server.folder.rglob("*") if file.is_file() and "web" not in file.parts]
    assert {"server.log", "chat_stream.db", "secret.key"} <= {file.name for file in written}
    assert not [file for file in written if canary.encode() in file.read_bytes()]
