"""A viewer on a websocket, behind a proxy of its own that can cut, freeze and slow it down."""

import asyncio
from contextlib import AsyncExitStack

from tests.exactness.sight import Sight
from tests.support.proxy import Proxy
from tests.support.site import Server
from tests.support.socket_page import SocketPage

SLOW = 2_000
"""Bytes a second."""


class SocketViewer:
    """Reconnects by itself, as a page does."""

    def __init__(self, server: Server, cookie: str, chat_id: str, sight: Sight) -> None:
        self.sight = sight
        self._proxy = Proxy(server.port)
        self._page = SocketPage(0, server.url, cookie, chat_id, on_delta=sight.look)
        self._stack = AsyncExitStack()

    async def open(self) -> None:
        await self._stack.enter_async_context(self._proxy)
        self._page.port = self._proxy.port
        await self._stack.enter_async_context(self._page)

    async def cut(self, seconds: float) -> None:
        self._proxy.cut()
        await asyncio.sleep(seconds)

    async def freeze(self, seconds: float) -> None:
        self._proxy.freeze()
        await asyncio.sleep(seconds)
        self._proxy.thaw()

    async def slow_down(self, seconds: float) -> None:
        self._proxy.limit(SLOW)
        await asyncio.sleep(seconds)
        self._proxy.limit(None)

    async def close(self) -> None:
        await self._stack.aclose()
