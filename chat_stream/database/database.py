"""The engine, and transactions."""

from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.database import sqlite, sqlite_driver
from chat_stream.database.noted import noted
from chat_stream.database.private_files import make_private

CONNECTIONS = 10
"""The most connections of one worker to PostgreSQL: journal, leases and comparison take three, the rest is for
requests."""
SQLITE_CONNECTIONS = 15
"""The most connections to SQLite, each with a thread. They are kept, because making one costs more than most
statements."""
STATEMENT_TIMEOUT = 30.0
"""Seconds after which a statement on PostgreSQL fails."""
CONNECT_TIMEOUT = 10.0
IN_MEMORY = "sqlite+aiosqlite://"
"""The address of a database in memory, which is lost when it is closed."""
QUIET = {"hide_parameters": True}
"""Hides parameters in errors: errors are logged, and parameters contain what people and models wrote."""


class Database:
    """One database, shared by everything in a worker.

    Args:
        url: An SQLAlchemy address, `sqlite+aiosqlite:///…` or `postgresql+asyncpg://…`.
        busy_timeout: Seconds that a statement waits for SQLite's write lock.
        connections: The most to PostgreSQL. A transaction beyond them waits for one that is returned.
        tell: Called after each commit with what was noted in the transaction: see `note`.
    """

    def __init__(
        self,
        url: str,
        *,
        busy_timeout: float = sqlite.BUSY_TIMEOUT,
        connections: int = CONNECTIONS,
        tell: Callable[[Sequence[Any]], object] = lambda _: None,
    ) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._tell = tell
        self.file = Path(self.url.database) if self.is_sqlite and self.url.database else None
        self._memory = sqlite_driver.MemoryConnection() if url == IN_MEMORY else None
        if self._memory:
            options = _memory_options(self._memory)
        else:
            options = _sqlite_options(busy_timeout) if self.is_sqlite else _postgresql_options(connections)
        self.engine = create_async_engine(self.url, **options)
        self._writing = self._reading = self.engine
        if self.is_sqlite:
            sqlite.prepare(self.engine.sync_engine)
            self._writing = self.engine.execution_options(is_writing=True)
        else:
            # Makes several statements of a transaction see one state of the database. On SQLite they always do.
            self._reading = self.engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    @asynccontextmanager
    async def read(self) -> AsyncGenerator[AsyncSession]:
        """A reading transaction, which sees one state of the database."""
        async with AsyncSession(self._reading, expire_on_commit=False) as session:
            yield session

    @asynccontextmanager
    async def write(self) -> AsyncGenerator[AsyncSession]:
        """A writing transaction. It commits at its end, and is rolled back if an error passes through it.

        What was noted in it is told right after the commit.
        """
        async with AsyncSession(self._writing, expire_on_commit=False) as session:
            async with session.begin():
                yield session
            self._tell(noted(session))

    @asynccontextmanager
    async def read_rows(self) -> AsyncGenerator[AsyncConnection]:
        """A reading transaction that returns rows instead of model objects, for the path of a token.

        On PostgreSQL each statement sees the state at its own beginning.
        """
        async with self.engine.connect() as connection:
            yield connection

    @asynccontextmanager
    async def write_rows(self) -> AsyncGenerator[AsyncConnection]:
        """A writing transaction that works with rows instead of model objects."""
        async with self._writing.begin() as connection:
            yield connection

    def make_private(self) -> None:
        """Creates the file of an SQLite database if there is none, readable only by its owner. Must be called before
        any use."""
        if self.file:
            make_private(self.file)

    async def ping(self) -> None:
        """Returns when the database has responded."""
        async with self.read_rows() as connection:
            await connection.execute(text("SELECT 1"))

    async def close(self) -> None:
        await self.engine.dispose()
        if self._memory:
            await self._memory.destroy()


def _sqlite_options(busy_timeout: float) -> dict[str, Any]:
    arguments = {"timeout": busy_timeout, "async_creator_fn": sqlite_driver.connect}
    return {**QUIET, "pool_size": SQLITE_CONNECTIONS, "max_overflow": 0, "connect_args": arguments}


def _memory_options(connection: sqlite_driver.MemoryConnection) -> dict[str, Any]:
    """Engine options for a database in memory: one connection, which transactions use one after the other."""

    def reconnect(*_: Any, **__: Any) -> sqlite_driver.MemoryConnection:
        return connection

    pool = {"poolclass": AsyncAdaptedQueuePool, "pool_size": 1, "max_overflow": 0}
    return {**QUIET, **pool, "connect_args": {"async_creator_fn": reconnect}}


def _postgresql_options(connections: int) -> dict[str, Any]:
    arguments = {
        "timeout": CONNECT_TIMEOUT,
        "command_timeout": STATEMENT_TIMEOUT,
        "server_settings": {"application_name": "chat_stream"},
    }
    return {**QUIET, "pool_size": connections, "max_overflow": 0, "pool_pre_ping": True, "connect_args": arguments}
