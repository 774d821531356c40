"""A server process of its own, real sockets, and a provider over HTTP."""

import asyncio
import math
import os
import signal
import time
from collections.abc import Callable
from contextlib import AsyncExitStack, aclosing
from dataclasses import dataclass

from tests.exactness.plan import Fault, Kind, Plan
from tests.exactness.sight import Sight
from tests.exactness.socket_viewer import SocketViewer
from tests.exactness.stage import Stage, Watcher, lock_sqlite
from tests.exactness.stream_reader import StreamReader
from tests.exactness.tab_viewer import TabViewer
from tests.exactness.venue import Venue
from tests.exactness.voice import Voice, VoiceBroke, asked_text
from tests.support.eventually import comes_true
from tests.support.provider.reply import Reply
from tests.support.socket_page import SocketPage
from tests.support.visitor import words

MID_EVENT = 40
"""Bytes into the event in which a provider's connection is cut."""


RETRY_PATIENCE = 3.0
"""Seconds in which a retry that isn't refused has begun another attempt."""


class Outside(Stage):
    """The person who asks has a page of their own, without a proxy."""

    def __init__(self, plan: Plan, venue: Venue, cookie: str) -> None:
        super().__init__(plan, venue.rows())
        self.venue = venue
        self.cookie = cookie
        self.asker = SocketPage(venue.front.port, venue.front.url, cookie)
        self._stack = AsyncExitStack()
        venue.provider.always(Spoken(self.voice))

    async def start(self) -> None:
        await self._stack.enter_async_context(self.asker)
        await self.asker.is_ready()

    async def send(self, question: int) -> None:
        self.ledger.chat_id = await self.asker.send(self.client_id(question), asked_text(question))

    async def watch(self) -> None:
        """The second viewer reads streams over HTTP; the first is a tab where there is one."""
        self.watchers = [self._watcher(number) for number in range(self.plan.viewers)]
        if self.plan.kind is not Kind.TABS:
            self.voice.has_audience.set()
        await asyncio.gather(*(watcher.open() for watcher in self.watchers))
        self.voice.has_audience.set()

    def _watcher(self, number: int) -> Watcher:
        server, chat_id = self.venue.front, self.ledger.chat_id
        sight = Sight(f"viewer {number}", self.voice, self.ledger, self.findings)
        if number == 1:
            return StreamReader(server, self.cookie, self.ledger, sight, "sse" if self.plan.seed % 2 else "long-poll")
        if number == 0 and self.venue.browser and self.plan.kind is Kind.TABS:
            sight.reads = words
            return TabViewer(self.venue.browser, server.url, self.cookie, chat_id, sight)
        return SocketViewer(server, self.cookie, chat_id, sight)

    async def stop(self, message_id: str) -> None:
        await self.asker.is_ready()
        await self.asker.call("stop", message_id=message_id)

    async def retry(self, message_id: str) -> bool:
        """Waits a moment for what comes of it: nothing says that a click was refused, or lost."""
        await self.asker.is_ready()
        before = self._number_of(message_id)
        await self.asker.call("retry", message_id=message_id)
        await self._waited_for(lambda: self._number_of(message_id) > before)
        return True

    async def _waited_for(self, is_taken: Callable[[], bool]) -> None:
        await comes_true(is_taken, within=RETRY_PATIENCE)

    def _number_of(self, message_id: str) -> int:
        return next(answer.number for answer in self.ledger.answers() if answer.message_id == message_id)

    async def suspend(self, seconds: float) -> None:
        self._signal(signal.SIGSTOP)
        await asyncio.sleep(seconds)
        self._signal(signal.SIGCONT)

    async def lock_database(self, seconds: float) -> None:
        await lock_sqlite(self.venue.server.folder / "chat_stream.db", seconds)

    async def kill(self) -> None:
        await self._restart_after(self.venue.server.kill)

    async def terminate(self) -> None:
        await self._restart_after(self.venue.server.stop)

    async def _restart_after(self, end: Callable[[], None]) -> None:
        self.ledger.up_since = math.inf
        await asyncio.to_thread(end)
        await asyncio.to_thread(self.venue.server.start)
        self.ledger.up_since = time.time()

    async def close(self) -> None:
        await asyncio.gather(*(watcher.close() for watcher in self.watchers))
        await self._stack.aclose()

    def _signal(self, number: int) -> None:
        assert self.venue.server.process
        os.killpg(self.venue.server.process.pid, number)


@dataclass(frozen=True, slots=True)
class Spoken:
    """The step of a provider's script that says what the voice says."""

    voice: Voice

    async def play(self, reply: Reply) -> None:
        await self.voice.has_audience.wait()
        speech = self.voice.begin(reply.call.question)
        speech.asked_from = reply.call.port
        try:
            async with aclosing(speech.perform()) as pieces:
                async for part, piece in pieces:
                    await (reply.think(piece) if part == "reasoning" else reply.say(piece))
        except VoiceBroke as broke:
            if broke.fault is Fault.PROVIDER_CUT:
                await reply.write(b'data: {"id": "scripted", "choices": [{"index": 0, "del'[:MID_EVENT])
                reply.cut()
            await reply.fail(500, '{"error": {"message": "The script says that this fails."}}', {})
        await reply.finish("stop")
