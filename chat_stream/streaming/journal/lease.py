"""A lease says that an attempt's worker is alive; a fence keeps that worker out once it isn't.

Invariant: the database's clock decides. A sweep takes over only expired leases and bumps the fence in the same
statement, so a worker that was thought dead can't write another character.
"""

import asyncio
from collections.abc import Sequence

import structlog
from sqlalchemy import ColumnElement, Integer, String, column, select, update, values

from chat_stream.database import Database, database_clock
from chat_stream.models import Ending, Status
from chat_stream.models.attempt import LEASE, LIVE
from chat_stream.streaming.hub import News
from chat_stream.streaming.journal.commit import ATTEMPTS, conclude, lock_in_order
from chat_stream.streaming.journal.journal import Journal
from chat_stream.streaming.journal.writer import Writer
from chat_stream.tasks import every
from chat_stream.texts import Text

INTERVAL = 2.0
"""Seconds between two renewals, and between two sweeps."""
INTERRUPTION = Ending(Status.INTERRUPTED, Text("failure-interrupted"))

log = structlog.get_logger()


class Leases:
    """Renews a worker's own leases, and ends the attempts of workers that died."""

    def __init__(self, database: Database, news: News, journal: Journal) -> None:
        self._database = database
        self._news = news
        self._journal = journal
        self._is_asked = asyncio.Event()

    async def run(self, interval: float = INTERVAL) -> None:
        """Renews and sweeps, until cancelled."""
        await every(interval, self._renew_and_sweep, "leases", sooner=self._is_asked)

    def look(self) -> None:
        """Asks for a renewal soon, because somebody may have taken an attempt that is written here. The renewal finds
        out."""
        self._is_asked.set()

    async def renew(self) -> None:
        """Renews the leases of all attempts that are written here, including expired ones that nobody took."""
        writers = self._journal.writers
        if not writers:
            return
        kept = await self._extend(writers)
        for writer in writers:
            if writer.attempt_id not in kept:
                await self._refuse_if_lost(writer)

    async def sweep(self, *, all_are_dead: bool = False) -> list[str]:
        """Marks attempts with expired leases as interrupted. Their text is kept.

        Args:
            all_are_dead: No other worker can be alive (a lock proves it), so leases needn't run out.

        Returns:
            The ids of the attempts.
        """
        is_dead = [ATTEMPTS.c.status.in_(LIVE), *([] if all_are_dead else [ATTEMPTS.c.lease_until < database_clock()])]
        dead = await self._find(is_dead)
        if not dead:
            return []
        taking = update(ATTEMPTS).where(ATTEMPTS.c.id.in_(dead), *is_dead).values(fence=ATTEMPTS.c.fence + 1)
        async with self._database.write_rows() as connection:
            await lock_in_order(connection, dead)  # meanwhile they may have been renewed or swept
            taken = (await connection.execute(taking.returning(ATTEMPTS.c.id, ATTEMPTS.c.chat_id))).all()
            await conclude(connection, {attempt_id: INTERRUPTION for attempt_id, _ in taken})
        for attempt_id, chat_id in taken:
            log.info("lease.interrupted", attempt=attempt_id)
            self._news.chat(chat_id)
        return [attempt_id for attempt_id, _ in taken]

    async def _renew_and_sweep(self) -> None:
        await self.renew()
        await self.sweep()

    async def _find(self, where: Sequence[ColumnElement[bool]]) -> Sequence[str]:
        """Finds attempts without taking the write lock, of which SQLite has only one."""
        async with self._database.read_rows() as connection:
            return (await connection.execute(select(ATTEMPTS.c.id).where(*where))).scalars().all()

    async def _extend(self, writers: Sequence[Writer]) -> set[str]:
        columns = (column("id", String), column("fence", Integer))
        rows = [(writer.attempt_id, writer.fence) for writer in writers]
        mine = values(*columns, name="writer").data(rows).cte("mine")
        statement = (
            update(ATTEMPTS)
            .where(ATTEMPTS.c.id == mine.c.id, ATTEMPTS.c.fence == mine.c.fence, ATTEMPTS.c.status.in_(LIVE))
            .values(lease_until=database_clock() + LEASE)
            .returning(ATTEMPTS.c.id)
        )
        async with self._database.write_rows() as connection:
            await lock_in_order(connection, [writer.attempt_id for writer in writers])
            return set((await connection.execute(statement)).scalars())

    async def _refuse_if_lost(self, writer: Writer) -> None:
        """Refuses the writer of a lease that couldn't be renewed, if another worker took the attempt over or it has
        ended."""
        async with self._database.read_rows() as connection:
            query = select(ATTEMPTS.c.fence).where(ATTEMPTS.c.id == writer.attempt_id)
            fence = (await connection.execute(query)).scalar()
        if fence != writer.fence:
            writer.refuse()
