"""A worker's copy of an attempt that is followed there: its text so far, one for all viewers.

Invariant: a copy is always a prefix of the text in the database. A notice that doesn't continue it is not applied;
instead, the copy reads the rest from the database.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager

from chat_stream.database import Database, patiently
from chat_stream.models import NotFound, Status
from chat_stream.streaming.delta import PARTS, Delta, Part, Positions
from chat_stream.streaming.follow.growing_text import GrowingText
from chat_stream.streaming.follow.snapshot import Snapshot, snapshot_of
from chat_stream.streaming.hub import Hub, Notice, Wake, attempt_topic


class LiveCopy:
    """The text of one attempt so far. `listeners` are called without arguments after each change."""

    def __init__(self, attempt_id: str) -> None:
        self.attempt_id = attempt_id
        self.status = Status.PENDING
        self.listeners: set[Callable[[], None]] = set()
        self._texts: dict[Part, GrowingText] = {part: GrowingText() for part in PARTS}

    @property
    def ends(self) -> Positions:
        return Positions(*(self._texts[part].end for part in PARTS))

    def since(self, positions: Positions) -> list[Delta]:
        """The deltas that a viewer with these positions lacks, at most one for each part."""
        deltas: list[Delta] = []
        for part in PARTS:
            start, end = positions.of(part), self._texts[part].end
            if start < end:
                deltas.append(Delta(self.attempt_id, part, start, end, self._texts[part].since(start)))
        return deltas

    def apply(self, deltas: tuple[Delta, ...], ends: Positions, status: Status) -> bool:
        """Applies a committed change. Returns False if it doesn't continue this copy."""
        for delta in deltas:
            self._texts[delta.part].append(delta.start, delta.text)
        is_whole = all(mine >= theirs for mine, theirs in zip(self.ends, ends, strict=True))
        if is_whole and not self.status.is_terminal:
            self.status = status
        for listener in tuple(self.listeners):
            listener()
        return is_whole


class LiveCopies:
    """The live copies of one worker."""

    def __init__(self, database: Database, hub: Hub) -> None:
        self._database = database
        self._hub = hub
        self._held: dict[str, _Held] = {}

    @asynccontextmanager
    async def hold(self, attempt_id: str, on_change: Callable[[], None]) -> AsyncGenerator[LiveCopy]:
        """Holds the live copy of an attempt. It is kept as long as anybody holds it.

        Args:
            on_change: Called after each change of the copy, while it is held.

        Raises:
            NotFound: There is no such attempt.
        """
        held = self._held.get(attempt_id)
        if held is None:
            held = self._held[attempt_id] = _Held(LiveCopy(attempt_id), self._database, self._hub)
        held.holders += 1
        try:
            await held.loaded()
            held.copy.listeners.add(on_change)
            yield held.copy
        finally:
            held.copy.listeners.discard(on_change)
            held.holders -= 1
            if not held.holders:
                held.close()
                self._held.pop(attempt_id, None)

    def live(self) -> dict[str, LiveCopy]:
        """The copies of attempts that haven't ended as far as this worker knows."""
        return {id: held.copy for id, held in self._held.items() if not held.copy.status.is_terminal}

    def catch_up(self, attempt_id: str) -> None:
        """Reads the text that the copy lacks from the database."""
        if held := self._held.get(attempt_id):
            held.catch_up()

    def __len__(self) -> int:
        return len(self._held)


class _Held:
    """A live copy, its subscription, and the number of its holders."""

    def __init__(self, copy: LiveCopy, database: Database, hub: Hub) -> None:
        self.copy = copy
        self.holders = 0
        self._database = database
        # Subscribed before the first read, so that what is committed in between reaches the copy either way.
        self._unsubscribe = hub.subscribe(attempt_topic(copy.attempt_id), self._receive)
        self._reading = asyncio.create_task(self._read())
        self._reads_again = False

    async def loaded(self) -> None:
        await asyncio.shield(self._reading)

    def catch_up(self) -> None:
        if not self._reading.done():
            self._reads_again = True
            return
        self._reading = asyncio.create_task(self._read())

    def close(self) -> None:
        self._unsubscribe()
        self._reading.cancel()

    def _receive(self, notice: Notice) -> None:
        if isinstance(notice, Wake) or not self.copy.apply(notice.deltas, notice.ends, notice.status):
            self.catch_up()

    async def _read(self) -> None:
        while True:
            self._reads_again = False
            snapshot = await patiently(self._snapshot)
            if snapshot is None:
                raise NotFound
            self.copy.apply(snapshot.deltas, snapshot.ends, snapshot.status)
            if not self._reads_again:
                return

    async def _snapshot(self) -> Snapshot | None:
        return await snapshot_of(self._database, self.copy.attempt_id, self.copy.ends)
