"""Removes what nobody can use any more, on a schedule, on one worker at a time.

Invariant: nothing is removed that a person could still see. Each step is a transaction of its own with a bounded
number of rows, so that it holds up no answer.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from sqlalchemy import Select, Table, delete, or_, select
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.database import Database
from chat_stream.models import Chore, Session
from chat_stream.models.attempt import LIVE
from chat_stream.models.record import now
from chat_stream.streaming.commit import ATTEMPTS, JOURNAL, table_of

CHORE = "cleanup"
INTERVAL = 3600.0
"""Seconds from one cleanup to the next."""
LEASE = 600.0
"""Seconds after which a worker that began one, and didn't come to its end, is taken for dead."""
LOOK = 60.0
"""Seconds between two looks at whether it is due."""
BATCH = 500
"""Rows at most in one transaction."""

SESSIONS = table_of(Session)
Step = Callable[[AsyncSession], Awaitable[int]]

log = structlog.get_logger()


class Cleanup:
    """One worker's turn at it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def run(self, look: float = LOOK) -> None:
        """Looks again and again whether it is due, until cancelled."""
        while True:
            try:
                await self.clean_if_due()
            except (SQLAlchemyError, OSError) as error:
                log.warning("cleanup.database_failed", error=str(error))
            await asyncio.sleep(look)

    async def clean_if_due(self) -> bool:
        """Cleans up, unless another worker does or has done so lately."""
        async with self._database.write() as session:
            await Chore.know(session, CHORE)
            if not await Chore.take(session, CHORE, LEASE):
                return False
        removed = {name: await self._repeat(step) for name, step in STEPS.items()}
        async with self._database.write() as session:
            await Chore.finish(session, CHORE, INTERVAL)
        log.info("cleanup.done", **removed)
        return True

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
    """An attempt's end folds its journal and removes it, so these are leftovers of something that went wrong."""
    ended = select(JOURNAL.c.id).join(ATTEMPTS, ATTEMPTS.c.id == JOURNAL.c.attempt_id)
    return await _remove(session, JOURNAL, ended.where(ATTEMPTS.c.status.not_in(LIVE)))


async def _remove(session: AsyncSession, table: Table, ids: Select[Any]) -> int:
    connection = await session.connection()
    return (await connection.execute(delete(table).where(table.c.id.in_(ids.limit(BATCH))))).rowcount


STEPS: dict[str, Step] = {
    "sessions": _expired_sessions,
    "journal": _journal_of_ended_attempts,
}
"""What is removed, each by its name in the log."""
