"""The database: its engine, and a transaction for reading or for writing.

On SQLite a writing transaction takes the write lock at its start (`BEGIN IMMEDIATE`), so that it can
wait for its turn but never fails half-way because another one wrote in between.
"""

import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from weakref import WeakSet

from sqlalchemy import Connection, Float, event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlmodel.ext.asyncio.session import AsyncSession

SQLITE_BUSY_TIMEOUT = 30.0
"""Seconds that a statement waits for SQLite's write lock."""


class Database:
    """One database, shared by everything in a worker.

    Args:
        url: An SQLAlchemy address, `sqlite+aiosqlite:///…` or `postgresql+asyncpg://…`.
        busy_timeout: Seconds that a statement waits for SQLite's write lock.
    """

    def __init__(self, url: str, *, busy_timeout: float = SQLITE_BUSY_TIMEOUT) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.file = Path(self.url.database) if self.is_sqlite and self.url.database else None
        self.engine = create_async_engine(self.url, **self._options(busy_timeout))
        if self.is_sqlite:
            event.listen(self.engine.sync_engine, "connect", _prepare_sqlite)
            event.listen(self.engine.sync_engine, "begin", _begin_sqlite)
        self._writing = self.engine.execution_options(is_writing=True)

    @asynccontextmanager
    async def read(self) -> AsyncGenerator[AsyncSession]:
        """A transaction that sees one state of the database and changes nothing."""
        async with AsyncSession(self.engine, expire_on_commit=False) as session:
            yield session

    @asynccontextmanager
    async def write(self) -> AsyncGenerator[AsyncSession]:
        """A transaction that commits at its end, or leaves no trace when an error passes through it."""
        async with AsyncSession(self._writing, expire_on_commit=False) as session, session.begin():
            yield session

    @asynccontextmanager
    async def read_rows(self) -> AsyncGenerator[AsyncConnection]:
        """A reading transaction without an object for each row, for the path of a token."""
        async with self.engine.connect() as connection:
            yield connection

    @asynccontextmanager
    async def write_rows(self) -> AsyncGenerator[AsyncConnection]:
        """A writing transaction without an object for each row."""
        async with self._writing.begin() as connection:
            yield connection

    async def close(self) -> None:
        await self.engine.dispose()

    def _options(self, busy_timeout: float) -> dict[str, Any]:
        if self.is_sqlite:
            return {"connect_args": {"timeout": busy_timeout, "factory": _SqliteConnection}}
        return {"pool_size": 10, "max_overflow": 10, "pool_pre_ping": True}


class database_clock(FunctionElement[float]):  # noqa: N801  # named like the SQL functions it stands beside
    """Seconds since 1970 by the database's own clock: leases of several machines need one judge."""

    inherit_cache = True
    type = Float()


@compiles(database_clock, "sqlite")
def _clock_on_sqlite(*_: Any, **__: Any) -> str:
    return "((julianday('now') - 2440587.5) * 86400.0)"


@compiles(database_clock, "postgresql")
def _clock_on_postgresql(*_: Any, **__: Any) -> str:
    return "EXTRACT(EPOCH FROM clock_timestamp())::double precision"


class _SqliteConnection(sqlite3.Connection):
    """Closes with its cursors, so that it really closes.

    A task that is cancelled between a statement and its last row leaves a cursor behind, alive in a traceback. SQLite
    keeps a closed connection with such a cursor open, its transaction and its lock on the whole database too, until
    the cursor is collected (`sqlite3_close_v2`).
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._cursors: WeakSet[sqlite3.Cursor] = WeakSet()

    def cursor(self, *args: Any, **options: Any) -> sqlite3.Cursor:
        cursor = super().cursor(*args, **options)
        self._cursors.add(cursor)
        return cursor

    def close(self) -> None:
        while self._cursors:  # none, when it is closed again
            self._cursors.pop().close()
        super().close()


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin_sqlite`, not by the driver
    cursor: sqlite3.Cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get("is_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")
