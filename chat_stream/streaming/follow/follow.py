"""What following a chat and following the list of chats have in common.

Invariant: a follow is pulled. It computes what its viewer doesn't have when the viewer can take it, so a
slow viewer's cursor stays behind and nothing queues up for it.
"""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Generic, TypeVar

from chat_stream.models import Deleted, NotFound, Scope
from chat_stream.streaming.follow.reads import Reads
from chat_stream.streaming.hub import Hub, user_topic

Update = TypeVar("Update")


@dataclass(frozen=True, slots=True)
class Gone:
    """What was followed is no longer this viewer's to see; nothing comes after it.

    `is_deleted` says that it is nobody's any more, rather than that this viewer lost the right to it. Who comes back in
    another account finds nothing there, which says only that it isn't theirs.
    """

    is_deleted: bool = False


class Follow(ABC, Generic[Update]):
    """The cursor of one viewer."""

    chat_id = ""
    """The chat that is looked at; empty for an account's list of them."""

    def __init__(self, reads: Reads, hub: Hub, scope: Scope, topic: str) -> None:
        self.scope = scope
        self.topic = topic
        self._reads = reads
        self._hub = hub
        self._news = asyncio.Event()
        self._is_stale = True
        self._is_over = False

    @property
    @abstractmethod
    def revision(self) -> int:
        """The last change that the viewer has been told of."""

    def look(self) -> None:
        """Something changed: compare with the database, and soon."""
        self._is_stale = True
        self._news.set()

    def end(self) -> None:
        """Nothing more comes, because the worker stops; the viewer goes on elsewhere from where it stands."""
        self._is_over = True
        self._news.set()

    async def batches(self) -> AsyncGenerator[Sequence[Update | Gone]]:
        """What the viewer doesn't have yet, whenever there is some, until it is cut off."""
        with ExitStack() as stack:
            for topic in (self.topic, user_topic(self.scope.user_id)):
                stack.callback(self._hub.subscribe(topic, lambda _: self.look()))
            try:
                while not self._is_over:
                    self._news.clear()
                    batch = await self._next()
                    if batch:
                        yield batch
                    else:
                        await self._news.wait()
            except NotFound as error:
                yield [Gone(is_deleted=isinstance(error, Deleted))]
            finally:
                await self.close()

    async def still_holds(self) -> bool:
        """Asks whether what was computed may still be sent: a slow viewer takes it much later."""
        try:
            await self._reads.authorize(self.scope)
        except NotFound:
            return False
        return True

    @abstractmethod
    async def _next(self) -> Sequence[Update]:
        """What the viewer lacks now.

        Raises:
            NotFound: It isn't the viewer's to see any more.
        """

    async def close(self) -> None:
        """Lets go of everything that the follow holds."""
