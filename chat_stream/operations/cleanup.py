"""Deletes rows that nobody can use any more, on a schedule, on one worker at a time.

Invariant: nothing is deleted that a person could still see. Each step is a transaction of its own with a bounded number
of rows, so that it holds up no answer.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy import Select, Table, delete, or_, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.chats.chats import UNDO
from chat_stream.database import Database
from chat_stream.models import Chore, QueuedQuestion, Session
from chat_stream.models.attempt import LIVE
from chat_stream.models.record import now
from chat_stream.streaming.journal.commit import ATTEMPTS, CHATS, JOURNAL, MESSAGES, table_of
from chat_stream.tasks import every

CHORE = "cleanup"
INTERVAL = 3600.0
"""Seconds from one cleanup to the next."""
LEASE = 600.0
"""Seconds after which a cleanup that hasn't ended counts as abandoned by a dead worker."""
LOOK = 60.0
"""Seconds between two checks whether a cleanup is due."""
BATCH = 500
"""The most rows in one transaction."""
SENT_AGAIN = timedelta(days=1)
"""How long a taken-back question is remembered, in case its page believes that it never arrived and sends it again."""
REMEMBERED = timedelta(days=90)
"""How long a deleted chat is remembered."""

SESSIONS, QUEUED = table_of(Session), table_of(QueuedQuestion)
Step = Callable[[AsyncSession], Awaitable[int]]

log = structlog.get_logger()


class Cleanup:
    """One worker's part in the cleanup."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def run(self, look: float = LOOK) -> None:
        """Checks again and again whether a cleanup is due, until cancelled."""
        await every(look, self.clean_if_due, "cleanup")

    async def clean_if_due(self) -> bool:
        """Cleans up, unless another worker is doing so or did so recently."""
        async with self._database.write() as session:
            await Chore.know(session, CHORE)
            if not await Chore.take(session, CHORE, LEASE):
                return False
        await self.clean()
        async with self._database.write() as session:
            await Chore.finish(session, CHORE, INTERVAL)
        return True

    async def clean(self) -> None:
        """Runs all steps, whether a cleanup is due or not."""
        log.info("cleanup.done", **{name: await self._repeat(step) for name, step in STEPS.items()})

    async def _repeat(self, step: Step) -> int:
        total = 0
        while True:
            async with self._database.write() as session:
                removed = await step(session)
            total += removed
            if removed < BATCH:
                return total


async def _expired_sessions(session: AsyncSession) -> int:
    expired = select(SESSIONS.c.id).where(or_(SESSIONS.c.expires_at <= now(), SESSIONS.c.idle_until <= now()))
    return await _remove(session, SESSIONS, expired)


async def _journal_of_ended_attempts(session: AsyncSession) -> int:
    """Deletes the journal of ended attempts. The end of an attempt folds and deletes its journal, so these rows are
    left over from a failure."""
    ended = select(JOURNAL.c.id).join(ATTEMPTS, ATTEMPTS.c.id == JOURNAL.c.attempt_id)
    return await _remove(session, JOURNAL, ended.where(ATTEMPTS.c.status.not_in(LIVE)))


async def _words_of_deleted_chats(session: AsyncSession) -> int:
    """Deletes messages and their attempts. The rows of the chats stay, so that pages that come back learn of the
    deletion."""
    gone = select(CHATS.c.id).where(CHATS.c.deleted_at < now() - UNDO)
    messages = select(MESSAGES.c.id).where(MESSAGES.c.chat_id.in_(gone))
    untitled = update(CHATS).where(CHATS.c.id.in_(gone), CHATS.c.title != "").values(title="")
    await (await session.connection()).execute(untitled)
    return await _remove(session, MESSAGES, messages)


async def _deleted_chats(session: AsyncSession) -> int:
    """Deletes the rows of chats that were deleted so long ago that no page comes back to them."""
    return await _remove(session, CHATS, select(CHATS.c.id).where(CHATS.c.deleted_at < now() - REMEMBERED))


async def _questions_taken_back(session: AsyncSession) -> int:
    """Deletes taken-back questions that are so old that no page sends them again."""
    old = select(QUEUED.c.id).where(QUEUED.c.withdrawn_at < now() - SENT_AGAIN)
    return await _remove(session, QUEUED, old)


async def _remove(session: AsyncSession, table: Table, ids: Select[Any]) -> int:
    connection = await session.connection()
    return (await connection.execute(delete(table).where(table.c.id.in_(ids.limit(BATCH))))).rowcount


STEPS: dict[str, Step] = {
    "sessions": _expired_sessions,
    "journal": _journal_of_ended_attempts,
    "words_of_deleted_chats": _words_of_deleted_chats,
    "deleted_chats": _deleted_chats,
    "questions_taken_back": _questions_taken_back,
}
"""The steps, by their names in the log."""
