"""The connection over which a worker publishes.

Invariant: publishing never waits. If Redis is gone or stalls, notices beyond a bound are dropped.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from redis.asyncio import Redis

from chat_stream.streaming.hub.client import TIMEOUT

QUEUE_BOUND = 1_000_000
"""The most bytes that may wait for Redis."""
BATCH = 512
"""The most notices in one pipeline."""


class Publisher:
    def __init__(self, redis: Redis, on_sent: Callable[[float], object]) -> None:
        self._redis = redis
        self._queue: deque[tuple[str, bytes]] = deque()
        self._size = 0
        self._work = asyncio.Event()
        self.dropped = 0
        self._on_sent = on_sent

    def put(self, topic: str, payload: bytes) -> None:
        if self._size + len(payload) > QUEUE_BOUND:
            self.dropped += 1
            return
        self._queue.append((topic, payload))
        self._size += len(payload)
        self._work.set()

    async def run(self) -> None:
        """Sends everything that waits, in pipelines, until Redis is lost; then it raises. May be run again."""
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
        self._on_sent(time.monotonic() - began)

    @property
    def waiting(self) -> int:
        """The number of bytes that wait for Redis."""
        return self._size
