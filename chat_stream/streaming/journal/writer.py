"""The writing end of one attempt: it takes text from the generation and hands drafts to the journal.

Invariants: a database can store everything in the buffer, whatever text came in. Text leaves the buffer only when the
database has it.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from itertools import groupby

from chat_stream.models import Ending
from chat_stream.streaming.delta import PARTS, Delta, Part, Positions
from chat_stream.streaming.journal.normalizer import Normalizer
from chat_stream.texts import Spoken, Text

BUFFER_BOUND = 1_000_000
"""The most code points that may wait for a database that doesn't respond."""


class Refused(Exception):
    """The attempt was ended or taken over by another worker; this writer can write no more."""


class JournalFull(Spoken):
    """The buffer is full, because the database has accepted nothing for a long time."""

    text = Text("failure-unsaved")


@dataclass(frozen=True, slots=True)
class Draft:
    """Text and status that an attempt is to get, and the state that the attempt must be in before."""

    attempt_id: str
    fence: int
    start: Positions
    end: Positions
    deltas: tuple[Delta, ...]
    ending: Ending | None

    def reaches(self, ends: Positions) -> bool:
        return all(start <= position <= end for start, position, end in zip(self.start, ends, self.end, strict=True))

    def up_to(self, ends: Positions) -> "Draft":
        """The part of this draft that a database with these ends already has."""
        cut = (delta.up_to(ends.of(delta.part)) for delta in self.deltas)
        return replace(self, end=ends, deltas=tuple(delta for delta in cut if delta), ending=None)


class Writer:
    """Writes one attempt under one fence.

    Args:
        wake: Called when there is something to commit.
        next_tick: Returns right before the next transaction.
        ends: What the attempt has already: it may begin with another one's text.
        on_refusal: Called when this writer has lost the attempt.
    """

    def __init__(
        self,
        attempt_id: str,
        fence: int,
        wake: Callable[[], None],
        next_tick: Callable[[], Awaitable[None]],
        ends: Positions = Positions(),
        on_refusal: Callable[[], object] = lambda: None,
    ) -> None:
        self.attempt_id = attempt_id
        self.fence = fence
        self.ends = ends
        self.is_refused = False
        self.waits_since: float | None = None
        self._on_refusal = on_refusal
        self._normalizers: dict[Part, Normalizer] = {part: Normalizer() for part in PARTS}
        self._pending: list[tuple[Part, str]] = []
        self._length = 0
        self._ending: Ending | None = None
        self._closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._wake = wake
        self._next_tick = next_tick

    def append(self, part: Part, text: str) -> None:
        """Adds text as the provider sent it, even half of a surrogate pair. It is committed with the next tick.

        Raises:
            Refused: The attempt isn't this writer's any more.
            JournalFull: Too much waits for the database already.
        """
        if self.is_refused:
            raise Refused
        if self._length > BUFFER_BOUND:
            raise JournalFull
        self._add(part, self._normalizers[part].feed(text))

    async def has_time(self) -> None:
        """Returns when more text can be committed: immediately if nothing waits, otherwise right before the next
        tick."""
        if self._pending:
            await self._next_tick()

    async def close(self, ending: Ending) -> None:
        """Commits the remaining text together with how the attempt ended, and returns when the database has both.

        Raises:
            Refused: The attempt isn't this writer's any more.
        """
        for part in PARTS:
            self._add(part, self._normalizers[part].flush())
        self._ending = ending
        self._wake()
        await asyncio.shield(self._closed)

    @property
    def waiting(self) -> int:
        """The number of code points that the database doesn't have yet."""
        return self._length

    @property
    def has_work(self) -> bool:
        return not self.is_refused and (bool(self._pending) or self._ending is not None)

    def draft(self) -> Draft:
        deltas: list[Delta] = []
        end = self.ends
        for part, group in groupby(self._pending, key=_part):
            text = "".join(text for _, text in group)
            start = end.of(part)
            end = end.at(part, start + len(text))
            deltas.append(Delta(self.attempt_id, part, start, end.of(part), text))
        return Draft(self.attempt_id, self.fence, self.ends, end, tuple(deltas), self._ending)

    def settle(self, draft: Draft) -> None:
        """Forgets the text of a committed draft."""
        self._drop(draft.end)
        if draft.ending and not self._closed.done():
            self._closed.set_result(None)

    def refuse(self) -> None:
        """Marks the attempt as lost to this worker. The journal forgets this writer at its next tick."""
        self.is_refused = True
        self._forget()
        if not self._closed.done():
            self._closed.set_exception(Refused())
            self._closed.exception()  # a writer that is never closed must not cause a warning
        self._wake()
        self._on_refusal()

    def abandon(self, ending: Ending) -> None:
        """Discards text that the database refuses to store; only the ending is left to be written."""
        self._forget()
        self._ending = ending

    def _add(self, part: Part, text: str) -> None:
        if not text:
            return
        if not self._pending:
            self.waits_since = time.monotonic()
        self._pending.append((part, text))
        self._length += len(text)
        self._wake()

    def _forget(self) -> None:
        self._pending.clear()
        self._length = 0
        self.waits_since = None

    def _drop(self, end: Positions) -> None:
        rest = {part: end.of(part) - self.ends.of(part) for part in PARTS}
        kept: list[tuple[Part, str]] = []
        for part, text in self._pending:
            committed = min(rest[part], len(text))
            rest[part] -= committed
            if committed < len(text):
                kept.append((part, text[committed:]))
        self._pending = kept
        self._length = sum(len(text) for _, text in kept)
        # The remaining text arrived while the rest was being committed.
        self.waits_since = time.monotonic() if kept else None
        self.ends = end


def _part(piece: tuple[Part, str]) -> Part:
    return piece[0]
