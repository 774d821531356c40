"""Group commit: one tick for all generations of a worker.

Invariant: a delta is committed before any viewer gets it. The first delta after silence is committed at
once, then one transaction a tick takes what all attempts have; cost grows with time and bytes, not with
tokens, streams or viewers.
"""

import asyncio
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress

import structlog
from sqlalchemy import select

from chat_stream.database import DATABASE_FAILED, Database, is_passing
from chat_stream.models import Ending, Status
from chat_stream.streaming.delta import Positions
from chat_stream.streaming.hub import Committed, News
from chat_stream.streaming.journal.commit import ATTEMPTS, commit
from chat_stream.streaming.journal.writer import Draft, Writer
from chat_stream.texts import Text

TICK = 0.032
"""Seconds between two transactions while text keeps coming."""
LOAD_FACTOR = 2
"""Times the duration of a transaction that the next one waits, so that transactions take half of the time at most."""
PATIENCE = 1.0
"""The longest wait between two transactions, and between two tries on a failing database, in seconds. It is bounded
because one transaction that waited for a lock says nothing about the next."""
TURNS = 5
"""Turns of the event loop in which a reader that waited for the tick reads its socket and appends the text."""

log = structlog.get_logger()


class Journal:
    """The append-only log of deltas, as written by one worker.

    Args:
        on_commit: Called with the seconds that each transaction took.
    """

    def __init__(
        self,
        database: Database,
        news: News,
        *,
        tick: float = TICK,
        on_commit: Callable[[float], object] = lambda _: None,
    ) -> None:
        self._database = database
        self._news = news
        self._tick = tick
        self._writers: dict[str, tuple[Writer, str]] = {}
        self._work = asyncio.Event()
        self._tick_begins = asyncio.Event()
        self.failures = 0
        self._on_commit = on_commit

    def open(
        self,
        attempt_id: str,
        fence: int,
        chat_id: str,
        ends: Positions = Positions(),
        on_refusal: Callable[[], object] = lambda: None,
    ) -> Writer:
        """Opens an attempt for writing from `ends` on. An attempt has one writer, until it is closed or refused."""
        writer = Writer(attempt_id, fence, self._work.set, self._next_tick, ends, on_refusal)
        self._writers[attempt_id] = (writer, chat_id)
        return writer

    @property
    def writers(self) -> list[Writer]:
        return [writer for writer, _ in self._writers.values()]

    def count_in(self, chat_ids: Collection[str]) -> int:
        """The number of attempts of these chats that are written here."""
        return sum(chat_id in chat_ids for _, chat_id in self._writers.values())

    @property
    def lag(self) -> float:
        """Seconds for which the oldest uncommitted text has been waiting."""
        since = [writer.waits_since for writer in self.writers if writer.waits_since is not None]
        return time.monotonic() - min(since) if since else 0.0

    @property
    def waiting(self) -> int:
        """The number of code points that wait to be committed."""
        return sum(writer.waiting for writer in self.writers)

    async def run(self) -> None:
        """Commits tick after tick, until cancelled."""
        while True:
            await self._work.wait()
            self._work.clear()
            began = time.monotonic()
            await self._commit_all()
            took = time.monotonic() - began
            await asyncio.sleep(self._pause(took))
            await self._let_readers_read()

    async def _let_readers_read(self) -> None:
        """Lets the readers append what has arrived since the last tick, so that it is part of this transaction. Waking
        a reader for each token would cost several times as much and commit no token sooner."""
        self._tick_begins.set()
        self._tick_begins = asyncio.Event()
        for _ in range(TURNS):
            await asyncio.sleep(0)

    async def _next_tick(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):  # the provider is read even while the database is held up
                await self._tick_begins.wait()

    def _pause(self, took: float) -> float:
        if self.failures:
            return min(PATIENCE, self._tick * 2**self.failures)
        return min(PATIENCE, max(self._tick - took, took * (LOAD_FACTOR - 1)))

    async def _commit_all(self) -> None:
        self._writers = {id: entry for id, entry in self._writers.items() if not entry[0].is_refused}
        writers = {writer.attempt_id: writer for writer in self.writers if writer.has_work}
        drafts = [writer.draft() for writer in writers.values()]
        if not drafts:
            return
        try:
            await self._commit(drafts)
            self.failures = 0
        except (*DATABASE_FAILED, ValueError) as error:
            if is_passing(error):
                self._postpone(error)
            else:
                await self._isolate(drafts, error)

    def _postpone(self, error: Exception) -> None:
        """Leaves the text in the writers' buffers after a passing failure (locked, full, gone). The next tick tries
        again."""
        self.failures += 1
        self._work.set()
        log.warning("journal.commit_failed", tries=self.failures, error=str(error))

    async def _commit(self, drafts: Sequence[Draft]) -> None:
        began = time.monotonic()
        accepted = await commit(self._database, drafts)
        self._on_commit(time.monotonic() - began)
        for draft in drafts:
            if draft.attempt_id in accepted:
                self._publish(draft)
            else:
                await self._judge(draft)

    async def _isolate(self, drafts: Sequence[Draft], error: Exception) -> None:
        """Commits each draft in a transaction of its own, so that a row that the database refuses doesn't hold up the
        others."""
        if len(drafts) == 1:
            self._give_up(drafts[0], error)
            return
        for draft in drafts:
            try:
                await self._commit([draft])
            except (*DATABASE_FAILED, ValueError) as own_error:
                if is_passing(own_error):
                    self._postpone(own_error)
                else:
                    self._give_up(draft, own_error)

    def _give_up(self, draft: Draft, error: Exception) -> None:
        log.error("journal.text_refused", attempt=draft.attempt_id, error=str(error))
        writer, _ = self._writers[draft.attempt_id]
        writer.abandon(Ending(Status.FAILED, Text("failure-unstorable")))
        self._work.set()

    async def _judge(self, draft: Draft) -> None:
        """Settles a refused draft: either the database has part of it already (an acknowledgement was lost), or the
        attempt has another owner."""
        columns = (ATTEMPTS.c.fence, ATTEMPTS.c.status, ATTEMPTS.c.content_end, ATTEMPTS.c.reasoning_end)
        async with self._database.read_rows() as connection:
            row = (await connection.execute(select(*columns).where(ATTEMPTS.c.id == draft.attempt_id))).first()
        if row and row.fence == draft.fence:
            ends = Positions(row.content_end, row.reasoning_end)
            if draft.ending and (row.status, ends) == (draft.ending.status, draft.end):
                self._publish(draft)
                return
            if row.status == Status.STREAMING and draft.start != ends and draft.reaches(ends):
                self._publish(draft.up_to(ends))
                return
        writer, _ = self._writers.pop(draft.attempt_id)
        writer.refuse()

    def _publish(self, draft: Draft) -> None:
        writer, chat_id = self._writers[draft.attempt_id]
        writer.settle(draft)
        if writer.has_work:
            self._work.set()
        status = draft.ending.status if draft.ending else Status.STREAMING
        self._news.committed(draft.attempt_id, Committed(draft.deltas, draft.end, status))
        if draft.ending:
            del self._writers[draft.attempt_id]
            self._news.chat(chat_id)
