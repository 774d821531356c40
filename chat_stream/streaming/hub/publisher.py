"""The one connection over which a worker publishes.

Invariant: who publishes never waits. What a Redis that is gone or stands still doesn't take is dropped beyond a bound.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from redis.asyncio import Redis

from chat_stream.streaming.hub.client import TIMEOUT

QUEUE_BOUND = 1_000_000
"""Bytes that may wait for Redis."""
BATCH = 512
"""Notices at most in one pipeline."""


class Publisher:
    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._queue: deque[tuple[str, bytes]] = deque()
        self._size = 0
        self._work = asyncio.Event()
        self.dropped = 0
        self.on_sent: Callable[[float], object] = lambda _: None

    def put(self, topic: str, payload: bytes) -> None:
        if self._size + len(payload) > QUEUE_BOUND:
            self.dropped += 1
            return
        self._queue.append((topic, payload))
        self._size += len(payload)
        self._work.set()

    async def run(self) -> None:
        """Sends what there is in one go, again and again; raises when Redis is lost, and may be run anew."""
        while True:
            await self._work.wait()
            self._work.clear()
            while self._queue:
                await self._send([self._queue.popleft() for _ in range(min(BATCH, len(self._queue)))])

    async def _send(self, batch: list[tuple[str, bytes]]) -> None:
        self._size -= sum(len(payload) for _, payload in batch)
        pipeline: Any = self._redis.pipeline(transaction=False)
        for topic, payload in batch:
            pipeline.publish(topic, payload)
        began = time.monotonic()
        async with asyncio.timeout(TIMEOUT):
            await pipeline.execute()
        self.on_sent(time.monotonic() - began)

    @property
    def waiting(self) -> int:
        """Bytes that wait."""
        return self._size
