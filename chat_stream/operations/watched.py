"""A follow in use: checked against the database, and counted."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import Any, Generic, TypeVar

from chat_stream.operations.metrics import Metrics
from chat_stream.streaming import Reconciler
from chat_stream.streaming.follow.follow import Follow

Kind = TypeVar("Kind", bound=Follow[Any])


class Watched(Generic[Kind]):
    """Registers the follow with the reconciler for as long as somebody iterates over it."""

    def __init__(self, reconciler: Reconciler, metrics: Metrics, follow: Kind) -> None:
        self._reconciler = reconciler
        self._metrics = metrics
        self.follow = follow

    async def batches(self) -> AsyncGenerator[Sequence[Any]]:
        with self._reconciler.watching(self.follow):
            async with aclosing(self.follow.batches()) as batches:
                async for batch in batches:
                    self._metrics.sent(batch)
                    yield batch
