"""The base of viewers on sockets: each has a proxy that can cut, freeze and slow down its connection."""

import asyncio
from contextlib import AsyncExitStack

from tests.support.proxy import Proxy
from tests.support.site import Address

SLOW = 2_000
"""Bytes a second."""


class BehindProxy:
    """Reconnects by itself, as real viewers do."""

    def __init__(self, server: Address) -> None:
        self._proxy = Proxy(server.port)
        self._stack = AsyncExitStack()

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
