"""Shares reads that several callers ask for at the same time.

Invariant: an answer comes from a read that began after it was asked for. So it is as new as a read of one's own would
have been, and there is no cache to invalidate.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from contextvars import Context
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key")
Answer = TypeVar("Answer")


class SingleFlight(Generic[Key, Answer]):
    """Shares one read among all who ask while it waits for its turn. A read that has begun is too old for later
    callers.

    It is cancelled when nobody waits for it any more.

    Args:
        read: Its answers are shared, so nobody changes them. What it raises, all who asked get.
    """

    def __init__(self, read: Callable[[Key], Awaitable[Answer]]) -> None:
        self._read = read
        self._waiting: dict[Key, _Turn[Answer]] = {}
        self._running: dict[Key, _Turn[Answer]] = {}

    async def read(self, key: Key) -> Answer:
        turn = self._waiting.get(key)
        if turn is None:
            reading = self._in_turn(key, self._running.get(key))
            turn = self._waiting[key] = _Turn(asyncio.create_task(reading, context=Context()))  # it is no caller's own
        turn.askers += 1
        try:
            return await asyncio.shield(turn.task)
        finally:
            turn.askers -= 1
            if not turn.askers and not turn.task.done():
                if self._waiting.get(key) is turn:
                    del self._waiting[key]
                turn.task.cancel()
                await asyncio.wait([turn.task])

    async def _in_turn(self, key: Key, earlier: "_Turn[Answer] | None") -> Answer:
        if earlier:
            await asyncio.wait([earlier.task])
        turn = self._running[key] = self._waiting.pop(key)
        try:
            return await self._read(key)
        finally:
            if self._running.get(key) is turn:
                del self._running[key]


@dataclass(slots=True, eq=False)
class _Turn(Generic[Answer]):
    task: asyncio.Task[Answer]
    askers: int = 0


class Batch(Generic[Key, Answer]):
    """Collects different questions of one kind, and answers them with one read.

    Args:
        read: What it says nothing about is answered by None.
    """

    def __init__(self, read: Callable[[Collection[Key]], Awaitable[Mapping[Key, Answer]]]) -> None:
        self._read = read
        self._asked: set[Key] = set()
        self._rounds = SingleFlight(self._round)

    async def ask(self, question: Key) -> Answer | None:
        self._asked.add(question)
        return (await self._rounds.read(None)).get(question)

    async def _round(self, _: None) -> Mapping[Key, Answer]:
        asked, self._asked = self._asked, set[Key]()
        return await self._read(asked)
