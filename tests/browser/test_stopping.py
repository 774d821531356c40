"""Stopping a server that has readers."""

import asyncio
import sqlite3
import time
from contextlib import AsyncExitStack, closing
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Browser, expect

from tests.browser.conftest import serving
from tests.support.eventually import eventually
from tests.support.provider import Finish, Pause, Say, ScriptedProvider, Until
from tests.support.site import Server, Site
from tests.support.socket_page import SocketPage
from tests.support.visitor import Visitor, new_visitor

TABS = 25
"""Of so many, half of all stops went wrong."""


async def test_a_reader_of_a_live_stream_does_not_hold_up_the_stop(
    browser: Browser, mortal_server: Server, provider: ScriptedProvider
):
    provider.on("long", Say("As far as this. "), Pause(100))
    visitor = await new_visitor(browser, mortal_server.url)
    tab = await visitor.tab()
    await tab.ask("A long one.")
    await expect(tab.body(tab.answer)).to_contain_text("As far as this.")
    stream = f"{mortal_server.url}/api/messages/{await tab.answer.get_attribute('data-message-id')}/stream"
    cookies = {cookie.get("name", ""): cookie.get("value", "") for cookie in await visitor.context.cookies()}
    async with httpx.AsyncClient(follow_redirects=True, cookies=cookies) as http:
        live = {"live": "sse", "offset": "-1"}
        async with http.stream("GET", stream, params=live, timeout=60) as answer:
            pieces = answer.aiter_text()
            assert "As far as this." in await anext(pieces)
            began = time.monotonic()
            await asyncio.to_thread(mortal_server.stop)
            assert time.monotonic() - began < 10
            async for _ in pieces:
                pass
    await visitor.context.close()


@pytest.mark.alone
async def test_many_open_tabs_are_let_go_and_the_answer_is_written_to_its_end(
    site: Site, browser: Browser, provider: ScriptedProvider, tmp_path: Path
):
    """Granian died of them, and left the answer to its lease."""
    all_have_left = asyncio.Event()
    provider.on("long", Say("As far as this, "), Until(all_have_left), Say("and to the end."), Finish())
    with serving(site, provider, tmp_path, CHAT_STREAM_GRACE_SECONDS="20") as server:
        ada = await new_visitor(browser, server.url)
        async with AsyncExitStack() as stack:
            pages = [await stack.enter_async_context(page) for page in await _pages_of(ada, server)]
            await pages[0].send("long", "A long one.")
            await eventually(lambda: any("As far" in shown.text for shown in pages[0].store.shown().values()))
            stopping = asyncio.create_task(asyncio.to_thread(server.stop))
            await eventually(lambda: not any(page.is_connected for page in pages))
            all_have_left.set()
            await stopping
        await ada.context.close()
        assert "worker.stopped" in server.log
        assert "panicked" not in server.log
        with closing(sqlite3.connect(server.folder / "chat_stream.db")) as connection:
            assert connection.execute("SELECT status, content FROM attempts").fetchall() == [
                ("completed", "As far as this, and to the end.")
            ]


async def _pages_of(visitor: Visitor, server: Server) -> list[SocketPage]:
    (cookie,) = await visitor.context.cookies()
    sent = f"{cookie.get('name')}={cookie.get('value')}"
    return [SocketPage(server.port, server.url, sent) for _ in range(TABS)]
