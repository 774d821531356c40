"""The worker in this process: the real one on a real SQLite file, with a scripted provider instead of LiteLLM."""

import asyncio
import time
from collections.abc import AsyncGenerator, Coroutine, Iterable, Iterator
from contextlib import aclosing
from pathlib import Path
from typing import Any, TypeVar

from sqlmodel import col, update

from chat_stream.chats import ChatService, Unacceptable
from chat_stream.config import Settings
from chat_stream.database import database_clock
from chat_stream.limits.settings import LimitSettings
from chat_stream.llm import Chunk, ErrorKind, ProviderError, Request
from chat_stream.models import Attempt, Scope
from chat_stream.texts import Text
from chat_stream.worker import Worker
from tests.exactness.losses import Losses
from tests.exactness.onlooker import Onlooker
from tests.exactness.plan import Fault, Plan, Planned
from tests.exactness.rows import SqliteRows
from tests.exactness.stage import Stage, lock_sqlite
from tests.exactness.voice import VoiceBroke, asked_text
from tests.support.eventually import comes_true

Result = TypeVar("Result")


ROOMY = LimitSettings(sends=10_000, generations=10_000)
"""A plan is in a hurry, and its outcome must not depend on the minute."""


class Inside(Stage):
    """One worker after the other, on one file."""

    def __init__(self, plan: Plan, database_file: Path, scope: Scope) -> None:
        super().__init__(plan, SqliteRows(database_file))
        self.database_file = database_file
        self.scope = scope
        self.losses = Losses()
        self.onlookers: list[Onlooker] = []
        self.is_up = asyncio.Event()
        self._calls: set[asyncio.Task[Any]] = set()
        self.worker = self._new_worker()

    async def start(self) -> None:
        await self.worker.start()
        self.is_up.set()

    async def send(self, question: int) -> None:
        """Until it is answered, as the page does: a worker that dies takes the call with it."""
        sent = None
        while sent is None:
            await self.is_up.wait()
            sent = await self._call(
                self.worker.stored.messages.send(
                    self.scope,
                    chat_id=self.ledger.chat_id or None,
                    text=asked_text(question),
                    client_id=self.client_id(question),
                    at_once=True,
                )
            )
        self.ledger.chat_id = sent.chat_id

    async def watch(self) -> None:
        self.onlookers = [Onlooker(self, f"viewer {number}") for number in range(self.plan.viewers)]
        self.watchers = [*self.onlookers]
        for onlooker in self.onlookers:
            await onlooker.open()

    async def stop(self, message_id: str) -> None:
        await self.is_up.wait()
        await self._call(self.worker.stored.stops.stop(self.scope, message_id))

    async def retry(self, message_id: str) -> bool:
        await self.is_up.wait()
        try:
            await self._call(self.worker.stored.messages.retry(self.scope, message_id))
        except Unacceptable:
            return False
        return True

    async def suspend(self, seconds: float) -> None:
        time.sleep(seconds / 3)  # noqa: ASYNC251  # the whole process stands still, as at SIGSTOP

    async def lock_database(self, seconds: float) -> None:
        await lock_sqlite(self.database_file, seconds)

    async def kill(self) -> None:
        await self._go_down()
        for call in tuple(self._calls):
            call.cancel()
        await end_abruptly(self.worker)
        await self._come_back()

    async def terminate(self) -> None:
        await self._go_down()
        await self.worker.stop()
        await self._come_back()

    async def lose(self, planned: Planned) -> bool:
        if planned.fault is Fault.LEASE_TAKEN:
            return await self._take_lease(planned.question)
        return await self.losses.lose(planned.fault, self.voice.of(planned.question)[0])

    async def close(self) -> None:
        for watcher in self.watchers:
            await watcher.close()

    async def _call(self, use_case: Coroutine[Any, Any, Result]) -> Result | None:
        """None if the worker died over it."""
        call = asyncio.create_task(use_case)
        self._calls.add(call)
        await asyncio.wait([call])
        self._calls.discard(call)
        return None if call.cancelled() else call.result()

    async def _go_down(self) -> None:
        self.is_up.clear()
        for onlooker in self.onlookers:
            await onlooker.disconnect()

    async def _come_back(self) -> None:
        self.worker = self._new_worker()
        await self.start()
        for onlooker in self.onlookers:
            await onlooker.open()

    def _new_worker(self) -> Worker:
        settings = Settings(
            database_url=f"sqlite+aiosqlite:///{self.database_file}", models=("demo",), grace=0.05, limits=ROOMY
        )
        worker = Worker(settings, self._stream)
        self.losses.stand_before(worker)
        return worker

    async def _take_lease(self, question: int) -> bool:
        """Acts as another worker that believes this one dead."""
        answer = self.answer_to(question)
        async with self.worker.database.write() as session:
            of_message = col(Attempt.message_id) == answer.message_id
            await session.exec(update(Attempt).where(of_message).values(lease_until=database_clock() - 0.001))
        taken = await self.worker.stored.leases.sweep()
        self.ledger.look()  # at once: the next tick of a worker without a fence would cover up what it did
        return bool(taken) and answer.content_end > 0

    async def _stream(self, request: Request) -> AsyncGenerator[Chunk]:
        speech = self.voice.begin(request.turns[-1].content)
        try:
            async with aclosing(speech.perform()) as pieces:
                async for part, piece in pieces:
                    yield Chunk(reasoning=piece) if part == "reasoning" else Chunk(content=piece)
        except VoiceBroke as broke:
            kind = ErrorKind.CUT_OFF if broke.fault is Fault.PROVIDER_CUT else ErrorKind.PROVIDER_FAILED
            raise ProviderError(kind, Text("failure-cut-off")) from None


async def end_abruptly(worker: Worker) -> None:
    """As near to `kill -9` as one gets inside a process: nothing is committed, handed over or told any more.

    Between two transactions: a thread of SQLite's driver that is in one can't be killed, and would keep its lock.
    """
    pool: Any = worker.database.engine.pool
    await comes_true(lambda: pool.checkedout() == 0, within=1.0, every=0)
    both = (worker.stored, worker.temporary.service)
    while doomed := {task for task in (*worker._tasks, *_of_chats(both)) if not task.done()}:
        for task in doomed:  # a generation that is cancelled once still wants to store how it ended
            task.cancel()
        await asyncio.wait(doomed, timeout=0.02)
    await worker.temporary.database.close()
    await worker.database.close()
    worker.sole_user.release()


def _of_chats(services: Iterable[ChatService]) -> Iterator[asyncio.Task[None]]:
    for chats in services:
        yield from (*chats.runner._tasks.values(), *chats.queue._tasks)
