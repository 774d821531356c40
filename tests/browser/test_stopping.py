"""Stopping a server that has readers."""

import asyncio
import time

import httpx
from playwright.async_api import Browser, expect

from tests.support.provider import Pause, Say, ScriptedProvider
from tests.support.site import Server
from tests.support.visitor import new_visitor


async def test_a_reader_of_a_live_stream_does_not_hold_up_the_stop(
    browser: Browser, own_server: Server, provider: ScriptedProvider
):
    provider.on("long", Say("As far as this. "), Pause(100))
    visitor = await new_visitor(browser, own_server.url)
    tab = await visitor.tab()
    await tab.ask("A long one.")
    await expect(tab.body(tab.answer)).to_contain_text("As far as this.")
    stream = f"{own_server.url}/api/messages/{await tab.answer.get_attribute('data-message-id')}/stream"
    cookies = {cookie.get("name", ""): cookie.get("value", "") for cookie in await visitor.context.cookies()}
    async with httpx.AsyncClient(follow_redirects=True, cookies=cookies) as http:
        live = {"live": "sse", "offset": "-1"}
        async with http.stream("GET", stream, params=live, timeout=60) as answer:
            pieces = answer.aiter_text()
            assert "As far as this." in await anext(pieces)
            began = time.monotonic()
            await asyncio.to_thread(own_server.stop)
            assert time.monotonic() - began < 10
            async for _ in pieces:
                pass
    await visitor.context.close()
