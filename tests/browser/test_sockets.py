"""Websockets of others: from a foreign page, with a stolen name of a tab, with a cookie that was signed out."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import aiohttp
import httpx
import pytest
import pytest_asyncio
from aiohttp import WSMsgType
from playwright.async_api import Browser, expect

from tests.browser.conftest import serving
from tests.support.eventually import comes_true, eventually
from tests.support.provider import Finish, Pause, Say, ScriptedProvider
from tests.support.site import Server, Site
from tests.support.socket_page import SocketPage
from tests.support.visitor import Visitor, new_visitor

MEGABYTE = 1_000_000


class Listener(SocketPage):
    """Keeps every word that the server says to it."""

    def __init__(self, server: Server, cookie: str, chat_id: str = "", token: str = "", **headers: str) -> None:
        super().__init__(server.port, server.url, cookie, chat_id)
        self.heard: list[str] = []
        self._headers |= headers
        self.token = token or self.token

    async def _update(self, update: Mapping[str, Any]) -> None:
        self.heard.append(json.dumps(update))
        await super()._update(update)

    async def _take_delta(self, *delta: Any) -> None:
        self.heard.append(json.dumps(delta))
        await super()._take_delta(*delta)

    async def is_led_away(self) -> None:
        await eventually(lambda: any("/sign-in" in said for said in self.heard))

    def hears(self, word: str) -> bool:
        return any(word in said for said in self.heard)


@pytest_asyncio.fixture(loop_scope="session")
async def cookie(ada: Visitor) -> str:
    (cookie,) = await ada.context.cookies()
    return f"{cookie.get('name')}={cookie.get('value')}"


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://localhost", "http://localhost.evil.example"]
)
async def test_a_socket_from_a_foreign_page_is_refused(server: Server, cookie: str, origin: str):
    async with aiohttp.ClientSession() as http:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await http.ws_connect(socket_address(server), headers={"Cookie": cookie, "Origin": origin})
    assert 400 <= refused.value.status < 500
    async with aiohttp.ClientSession() as http:
        await (await http.ws_connect(socket_address(server), headers={"Cookie": cookie, "Origin": server.url})).close()


async def test_a_stolen_name_of_a_tab_shows_nothing_without_the_cookie(
    ada: Visitor, server: Server, cookie: str, provider: ScriptedProvider
):
    provider.on("secret question", Say("A secret answer."), Pause(1), Say("The end."), Finish())
    async with Listener(server, cookie) as page:
        chat_id = await page.send("stolen", "A secret question?")
        await eventually(lambda: page.hears("A secret answer."))
        assert page.hears(ada.email)
        await shows_nothing(server, chat_id, page.token, ada.email)
    await shows_nothing(server, chat_id, page.token, ada.email)


async def test_a_replayed_cookie_shows_nothing_after_signing_out(
    ada: Visitor, server: Server, cookie: str, provider: ScriptedProvider
):
    async with Listener(server, cookie) as page:
        chat_id = await page.send("replayed", "A secret question?")
    async with httpx.AsyncClient() as http:
        await http.delete(f"{server.url}/api/session", headers={"Cookie": cookie, "Origin": server.url})
        message = f"{server.url}/api/messages/any/stream"
        assert (await http.get(message, headers={"Cookie": cookie})).status_code == 401
    await shows_nothing(server, chat_id, page.token, ada.email, cookie)


async def test_a_forged_header_gives_no_session(ada: Visitor, server: Server, cookie: str, provider: ScriptedProvider):
    async with Listener(server, cookie) as page:
        chat_id = await page.send("forged", "A secret question?")
    forged = {"X-Forwarded-For": "127.0.0.1", "chat-stream-session": "guessed", "Chat-Stream-Session": "guessed"}
    await shows_nothing(server, chat_id, page.token, ada.email, **forged)


async def test_a_message_that_is_too_big_ends_its_own_socket_only(
    server: Server, cookie: str, provider: ScriptedProvider
):
    async with Listener(server, cookie) as page, aiohttp.ClientSession() as http:
        await page.is_ready()
        headers = {"Cookie": cookie, "Origin": server.url}
        async with http.ws_connect(socket_address(server), headers=headers) as socket:
            await socket.send_str("4" + "2" * MEGABYTE)
            closing = (WSMsgType.CLOSE, WSMsgType.CLOSED, WSMsgType.CLOSING)
            while (await socket.receive(timeout=20)).type not in closing:
                pass
        await page.send("small", "Are you there?")
        assert page.connections == 1


@pytest.fixture
def narrow_server(site: Site, provider: ScriptedProvider, tmp_path: Path) -> Iterator[Server]:
    """A server where each person may hold two sockets."""
    with serving(site, provider, tmp_path, CHAT_STREAM_SOCKETS="2") as server:
        yield server


async def test_a_third_tab_of_two_is_refused_until_one_is_closed(browser: Browser, narrow_server: Server):
    ada = await new_visitor(browser, narrow_server.url)
    first, second = await ada.tab(), await ada.tab()
    (cookie,) = await ada.context.cookies()
    headers = {"Cookie": f"{cookie.get('name')}={cookie.get('value')}", "Origin": narrow_server.url}
    async with aiohttp.ClientSession() as http:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await http.ws_connect(socket_address(narrow_server), headers=headers)
    assert refused.value.status == 429
    assert refused.value.headers
    assert refused.value.headers["Retry-After"] == "5"
    bob = await new_visitor(browser, narrow_server.url)
    await bob.tab()
    await second.page.close()
    third = await ada.context.new_page()
    await third.goto(narrow_server.url)
    await expect(third.get_by_label("Message", exact=True)).to_be_visible(timeout=30_000)
    await expect(first.composer).to_be_visible()
    await ada.context.close()
    await bob.context.close()


async def shows_nothing(server: Server, chat_id: str, token: str, email: str, cookie: str = "", **headers: str) -> None:
    """Whoever connects like this is led to sign in, and hears nothing, also when they ask for the chat."""
    async with Listener(server, cookie, chat_id, token, **headers) as thief:
        await thief.is_led_away()
        await thief.call("follow", chat_id=chat_id, revision=0, streams={}, run=1)
        await thief.call("open")
        assert not await comes_true(lambda: thief.hears(email) or thief.hears("secret"), within=1.5)


def socket_address(server: Server) -> str:
    return f"{server.url}/_event/?EIO=4&transport=websocket&token=somebody"
