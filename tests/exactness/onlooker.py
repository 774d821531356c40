"""A viewer inside the process: a real follow, said in the page's operations, applied as the page does."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING

from chat_stream.state.page.chat_page import ChatPage, cursor
from tests.exactness.sight import Sight
from tests.support.page_store import PageStore

if TYPE_CHECKING:
    from tests.exactness.inside import Inside


class Onlooker:
    """Its page outlives its connections."""

    def __init__(self, stage: Inside, name: str) -> None:
        self.sight = Sight(name, stage.voice, stage.ledger, stage.findings)
        self.store = PageStore()
        self._stage = stage
        self._reads = asyncio.Event()
        self._reads.set()
        self._opening = asyncio.Lock()
        self._following: asyncio.Task[None] | None = None

    async def open(self) -> None:
        async with self._opening:
            await self._stage.is_up.wait()
            await self.disconnect()
            self._following = asyncio.create_task(self._follow(), name=self.sight.name)

    async def disconnect(self) -> None:
        if following := self._following:
            self._following = None
            following.cancel()
            await asyncio.gather(following, return_exceptions=True)
            if not following.cancelled() and (error := following.exception()):
                raise error

    async def cut(self, seconds: float) -> None:
        await self.disconnect()
        await asyncio.sleep(seconds)
        await self.open()

    async def freeze(self, seconds: float) -> None:
        self.stop_reading()
        await asyncio.sleep(seconds)
        self.thaw()

    def stop_reading(self) -> None:
        self._reads.clear()

    def thaw(self) -> None:
        self._reads.set()

    async def slow_down(self, seconds: float) -> None:
        await self.freeze(seconds)

    async def close(self) -> None:
        await self.disconnect()

    async def _follow(self) -> None:
        """Follows until it is cut; at a gap it asks again from where it stands."""
        while True:
            revision, streams = self.store.has()
            page = ChatPage(comes_back=bool(streams))
            where, run = cursor(revision, streams), self.store.begin()
            watched = self._stage.worker.follow_chat(self._stage.scope, self._stage.ledger.chat_id, where)
            async with aclosing(watched.batches()) as batches:
                async for batch in batches:
                    await self._reads.wait()
                    self.store.apply([run, *page.operations(batch)])
                    self.sight.look(self.store)
                    if self.store.has_gap:
                        break
            await asyncio.sleep(0.05)
