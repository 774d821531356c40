"""A follow of one attempt's text, for readers outside the page.

Invariant: a reader is told that the stream is closed only with the last of its text, or after it.
"""

from collections.abc import Collection, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass

from chat_stream.database import patiently
from chat_stream.models import Attempt, Chat, Scope
from chat_stream.streaming.delta import Delta, Part, Positions
from chat_stream.streaming.follow.follow import Follow
from chat_stream.streaming.follow.live_copy import LiveCopies, LiveCopy
from chat_stream.streaming.follow.reads import Reads
from chat_stream.streaming.hub import Hub, chat_topic


@dataclass(frozen=True, slots=True)
class Progress:
    """The deltas that a reader lacked, at most one for each part. With them the reader has everything before `ends`."""

    deltas: tuple[Delta, ...]
    ends: Positions
    is_closed: bool


class AttemptFollow(Follow[Progress]):
    """The cursor of one reader in one attempt. The first progress is sent immediately, even if nothing is new.

    Args:
        parts: The parts that the reader wants; the positions of others stay as they were given.
    """

    def __init__(
        self,
        reads: Reads,
        hub: Hub,
        copies: LiveCopies,
        scope: Scope,
        attempt: Attempt,
        has: Positions,
        parts: Collection[Part],
    ) -> None:
        super().__init__(reads, hub, scope, chat_topic(attempt.chat_id))
        self.chat_id = attempt.chat_id
        self._attempt_id = attempt.id
        self._copies = copies
        self._has = has
        self._parts = parts
        self._revision = 0
        self._copy: LiveCopy | None = None
        self._held = AsyncExitStack()

    @property
    def revision(self) -> int:
        return self._revision

    async def close(self) -> None:
        await self._held.aclose()

    async def _next(self) -> Sequence[Progress]:
        if self._is_stale:
            self._is_stale = False
            await patiently(self._look)
        is_first = self._copy is None
        copy = self._copy = self._copy or await self._hold()
        deltas = tuple(delta for delta in copy.since(self._has) if delta.part in self._parts)
        for delta in deltas:
            self._has = self._has.at(delta.part, delta.end)
        is_closed = copy.status.is_terminal
        return [Progress(deltas, self._has, is_closed)] if is_first or deltas or is_closed else []

    async def _look(self) -> None:
        async with self._reads.database.read() as session:
            chat = await Chat.find(session, self.scope, self.chat_id)
        await self._reads.authorize(self.scope)
        self._revision = chat.revision

    async def _hold(self) -> LiveCopy:
        return await self._held.enter_async_context(self._copies.hold(self._attempt_id, self._news.set))
