"""The base of the follows of a chat, of a list of chats and of an attempt.

Invariant: a follow is pulled. It computes what its viewer lacks when the viewer can take it, so a slow viewer's cursor
stays behind and nothing queues up for it.
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
    """The viewer may no longer see what it followed. Nothing comes after this.

    `is_deleted` is true if the chat no longer exists, and false if only this viewer lost access. A viewer who comes
    back in another account isn't told which of the two it is.
    """

    is_deleted: bool = False


class Follow(ABC, Generic[Update]):
    """The cursor of one viewer."""

    chat_id = ""
    """The id of the followed chat; empty when an account's list is followed."""

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
        """The latest change that the viewer knows of."""

    def look(self) -> None:
        """Asks for a comparison with the database soon, because something changed."""
        self._is_stale = True
        self._news.set()

    def end(self) -> None:
        """Ends the follow because the worker is stopping. The viewer continues on another worker from its cursor."""
        self._is_over = True
        self._news.set()

    async def batches(self) -> AsyncGenerator[Sequence[Update | Gone]]:
        """The updates that the viewer lacks, in batches, until its access ends."""
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
        """Whether a computed batch may still be sent. A slow viewer may take it much later than it was authorised."""
        try:
            await self._reads.authorize(self.scope)
        except NotFound:
            return False
        return True

    @abstractmethod
    async def _next(self) -> Sequence[Update]:
        """The updates that the viewer lacks now.

        Raises:
            NotFound: It isn't the viewer's to see any more.
        """

    async def close(self) -> None:
        """Releases everything that the follow holds."""
