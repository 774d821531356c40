"""A lease says that an attempt's worker lives; a fence keeps it out once it doesn't.

Invariant: the judge is the database's clock. A sweep takes over only what ran out, and bumps the fence in
the same statement, so that a worker thought dead can't write a character more.
"""

import asyncio
from collections.abc import Sequence

import structlog
from sqlalchemy import Integer, String, column, select, update, values
from sqlalchemy.exc import SQLAlchemyError

from chat_stream.database import Database, database_clock
from chat_stream.models import Ending, Status
from chat_stream.models.attempt import LEASE, LIVE
from chat_stream.streaming.commit import ATTEMPTS, conclude
from chat_stream.streaming.hub import Hub, Wake, chat_topic
from chat_stream.streaming.journal import Journal
from chat_stream.streaming.writer import Writer

INTERVAL = 2.0
"""Seconds between two renewals, and between two sweeps."""
INTERRUPTION = Ending(Status.INTERRUPTED, error="The server stopped while this was being written.")

log = structlog.get_logger()


class Leases:
    """Keeps a worker's own leases alive, and ends the attempts of workers that died."""

    def __init__(self, database: Database, hub: Hub, journal: Journal) -> None:
        self._database = database
        self._hub = hub
        self._journal = journal

    async def run(self, interval: float = INTERVAL) -> None:
        """Renews and sweeps, until cancelled."""
        while True:
            await asyncio.sleep(interval)
            try:
                await self.renew()
                await self.sweep()
            except (SQLAlchemyError, OSError) as error:
                log.warning("lease.database_failed", error=str(error))

    async def renew(self) -> None:
        """Renews the leases of all attempts that are written here, also one that ran out but wasn't taken."""
        writers = self._journal.writers
        if not writers:
            return
        kept = await self._extend(writers)
        for writer in writers:
            if writer.attempt_id not in kept:
                await self._refuse_if_lost(writer)

    async def sweep(self, *, all_are_dead: bool = False) -> list[str]:
        """Marks as interrupted what ran out; its text is kept.

        Args:
            all_are_dead: No other worker can be alive (a lock proves it), so leases needn't run out.

        Returns:
            The ids of the attempts.
        """
        ran_out = ATTEMPTS.c.lease_until < database_clock()
        dead = update(ATTEMPTS).where(ATTEMPTS.c.status.in_(LIVE), *([] if all_are_dead else [ran_out]))
        dead = dead.values(fence=ATTEMPTS.c.fence + 1).returning(ATTEMPTS.c.id, ATTEMPTS.c.chat_id)
        if not await self._any_dead(all_are_dead):
            return []
        async with self._database.write_rows() as connection:
            taken = (await connection.execute(dead)).all()
            for attempt_id, _ in taken:
                await conclude(connection, attempt_id, INTERRUPTION)
        for attempt_id, chat_id in taken:
            log.info("lease.interrupted", attempt=attempt_id)
            self._hub.publish(chat_topic(chat_id), Wake())
        return [attempt_id for attempt_id, _ in taken]

    async def _any_dead(self, all_are_dead: bool) -> bool:
        """A look without the write lock, which SQLite has only one of."""
        query = select(ATTEMPTS.c.id).where(ATTEMPTS.c.status.in_(LIVE)).limit(1)
        if not all_are_dead:
            query = query.where(ATTEMPTS.c.lease_until < database_clock())
        async with self._database.read_rows() as connection:
            return (await connection.execute(query)).first() is not None

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
            return set((await connection.execute(statement)).scalars())

    async def _refuse_if_lost(self, writer: Writer) -> None:
        """Not renewed: another worker took it over, or it ended while this was asked."""
        async with self._database.read_rows() as connection:
            query = select(ATTEMPTS.c.fence).where(ATTEMPTS.c.id == writer.attempt_id)
            fence = (await connection.execute(query)).scalar()
        if fence != writer.fence:
            writer.refuse()
