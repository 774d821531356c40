"""The base of runs against a server."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
from playwright.async_api import Browser

from tests.exactness.backend import backend
from tests.exactness.rows import Rows, SqliteRows
from tests.support.provider import ScriptedProvider
from tests.support.site import Address, Server


@dataclass(frozen=True, slots=True)
class Venue:
    """The things that runs share: a running server, a provider, and a browser if there are tabs."""

    server: Server
    provider: ScriptedProvider
    http: aiohttp.ClientSession
    browser: Browser | None = None

    @property
    def front(self) -> Address:
        """Where viewers connect."""
        return self.server

    @property
    def servers(self) -> list[Server]:
        return [self.server]

    def rows(self) -> Rows:
        return SqliteRows(self.server.folder / "chat_stream.db")


@asynccontextmanager
async def venue_in(folder: Path, server: Server | None = None, browser: Browser | None = None) -> AsyncGenerator[Venue]:
    """A running server without a page, unless one is given that isn't started yet."""
    async with AsyncExitStack() as stack:
        provider = await stack.enter_async_context(ScriptedProvider())
        http = await stack.enter_async_context(http_session())
        server = server or backend(folder, provider)
        server.environment["OPENAI_API_BASE"] = provider.url
        await asyncio.to_thread(server.start)
        stack.callback(server.kill)
        yield Venue(server, provider, http, browser)


def http_session() -> aiohttp.ClientSession:
    """Keeps no cookie, because there are several people, and no connection, because connections are counted."""
    return aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), connector=aiohttp.TCPConnector(force_close=True))
