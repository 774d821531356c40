"""Compares what a worker's viewers have with the database, about once a second.

This is why nothing depends on the hub: a lost delta, a lost wake-up, a revoked membership and a deleted chat are all
found here. The number of queries a second doesn't depend on the number of viewers.
"""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Table, select

from chat_stream.database import Database
from chat_stream.models import Account, valid_scopes
from chat_stream.streaming.delta import Positions
from chat_stream.streaming.follow.attempt_follow import AttemptFollow
from chat_stream.streaming.follow.follow import Follow
from chat_stream.streaming.follow.live_copy import LiveCopies
from chat_stream.streaming.journal.commit import ATTEMPTS, CHATS, table_of
from chat_stream.tasks import every

INTERVAL = 0.8
"""Seconds between two comparisons. Below one, so that lost access ends within a second even if a notice was lost."""

ACCOUNTS = table_of(Account)


class Reconciler:
    """Knows all follows of a worker, and tells each to look when the database is ahead of it."""

    def __init__(self, database: Database, copies: LiveCopies) -> None:
        self._database = database
        self._copies = copies
        self._follows: set[Follow[Any]] = set()

    @contextmanager
    def watching(self, follow: Follow[Any]) -> Generator[None]:
        self._follows.add(follow)
        try:
            yield
        finally:
            self._follows.discard(follow)

    def count(self, kind: type[Follow[Any]]) -> int:
        """The number of follows of this kind."""
        return sum(isinstance(follow, kind) for follow in self._follows)

    def end_reads(self) -> None:
        """Ends the follows of readers outside the page."""
        for follow in tuple(self._follows):
            if isinstance(follow, AttemptFollow):
                follow.end()

    async def run(self, interval: float = INTERVAL) -> None:
        """Compares again and again, until cancelled."""
        await every(interval, self.compare, "reconciler")

    async def compare(self) -> None:
        """Compares all follows with the database, once."""
        await self._compare_copies()
        if self._follows:
            await self._compare_follows(list(self._follows))

    async def _compare_copies(self) -> None:
        copies = self._copies.live()
        if not copies:
            return
        columns = (ATTEMPTS.c.id, ATTEMPTS.c.status, ATTEMPTS.c.content_end, ATTEMPTS.c.reasoning_end)
        async with self._database.read_rows() as connection:
            rows = (await connection.execute(select(*columns).where(ATTEMPTS.c.id.in_(copies)))).all()
        for row in rows:
            if (row.status, Positions(*row[2:])) != (copies[row.id].status, copies[row.id].ends):
                self._copies.catch_up(row.id)

    async def _compare_follows(self, follows: list[Follow[Any]]) -> None:
        chat_ids = {follow.chat_id for follow in follows if follow.chat_id}
        account_ids = {follow.scope.account_id for follow in follows}
        grant_ids = {follow.scope.grant_id for follow in follows}
        async with self._database.read_rows() as connection:
            chats = (await connection.execute(_revisions(CHATS, chat_ids))).all()
            accounts = (await connection.execute(_revisions(ACCOUNTS, account_ids))).all()
            valid = await valid_scopes(connection, grant_ids)
        revisions = {row.id: row.revision for row in (*chats, *accounts)}
        for follow in follows:
            followed = follow.chat_id or follow.scope.account_id
            if follow.scope not in valid or revisions.get(followed) != follow.revision:
                follow.look()


def _revisions(table: Table, ids: set[str]) -> Any:
    return select(table.c.id, table.c.revision).where(table.c.id.in_(ids))
