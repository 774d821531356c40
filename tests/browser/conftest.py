"""One site, one provider and one browser for all browser tests, and one server for each set of settings."""

import os
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests.support.provider import ScriptedProvider
from tests.support.shared_servers import SharedServers
from tests.support.site import Server, Site
from tests.support.visitor import Visitor, visiting

CHROMIUM_OPTIONS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
MORTAL = {"CHAT_STREAM_GRACE_SECONDS": "0.3"}
"""Another grace than the server has that nobody ends, which makes it another server."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def shared_provider() -> AsyncIterator[ScriptedProvider]:
    async with ScriptedProvider() as provider:
        yield provider


@pytest.fixture
def provider(shared_provider: ScriptedProvider) -> Iterator[ScriptedProvider]:
    """Ends the answers that a test leaves unfinished, so that the shared server writes nothing for the next one."""
    shared_provider.forget()
    yield shared_provider
    shared_provider.cut_all()


@pytest.fixture(scope="session")
def servers(
    site: Site, shared_provider: ScriptedProvider, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SharedServers]:
    servers = SharedServers(site, scripted(shared_provider), tmp_path_factory.mktemp)
    yield servers
    servers.kill()


@pytest.fixture(scope="session")
def server(servers: SharedServers) -> Server:
    return servers.running()


@pytest.fixture
def mortal_server(servers: SharedServers, provider: ScriptedProvider) -> Server:
    """A server that tests end and start again, one after the other. Each has visitors of its own there."""
    return servers.running(**MORTAL)


@pytest.fixture
def fresh_server(site: Site, provider: ScriptedProvider, tmp_path: Path) -> Iterator[Server]:
    """A server that nobody has visited yet."""
    with serving(site, provider, tmp_path) as server:
        yield server


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        executable = os.environ.get("CHROMIUM") or None
        browser = await playwright.chromium.launch(executable_path=executable, args=CHROMIUM_OPTIONS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def ada(browser: Browser, server: Server) -> AsyncIterator[Visitor]:
    async with visiting(browser, server.url) as visitor:
        yield visitor


@pytest_asyncio.fixture(loop_scope="session")
async def bob(browser: Browser, server: Server) -> AsyncIterator[Visitor]:
    async with visiting(browser, server.url) as visitor:
        yield visitor


@contextmanager
def serving(site: Site, provider: ScriptedProvider, folder: Path, **settings: str) -> Generator[Server]:
    """A server whose model the provider plays, with these settings beside."""
    server = site.server(folder, **{**scripted(provider), **settings})
    try:
        server.start()
        yield server
    finally:
        server.kill()


def scripted(provider: ScriptedProvider) -> dict[str, str]:
    return {
        "OPENAI_API_BASE": provider.url,
        "OPENAI_API_KEY": "sk-scripted",
        "CHAT_STREAM_MODELS": "openai/scripted,demo",
        "CHAT_STREAM_GRACE_SECONDS": "0.2",
    }
