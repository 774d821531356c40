"""aiosqlite with one visit to the connection's thread for each statement.

aiosqlite takes four visits: to make a cursor, execute, fetch and close. A visit costs more than most statements do. And
if a task is cancelled between two visits, its cursor stays open, and with it SQLite keeps the connection, its
transaction and its lock on the whole database. A transaction begins in the visit of its first statement, and a reading
transaction doesn't wait for its end.

A transaction begins in its first statement's visit, and who only read doesn't wait for its end.
"""

import sqlite3
from collections.abc import Awaitable, Callable, Generator, Sequence
from contextlib import closing
from typing import Any, Self, TypeVar, cast

import aiosqlite

Result = TypeVar("Result")


class Connection(aiosqlite.Connection):
    """The connection, with the interface that SQLAlchemy's dialect for aiosqlite needs."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, iter_chunk_size=0)
        self._thread.daemon = True  # a thread that waits for a lock must not keep the process alive
        self._beginning = ""
        self._is_reading = False

    def begin(self, *, is_writing: bool) -> None:
        """Makes the next statement begin a transaction."""
        self._beginning = "BEGIN IMMEDIATE" if is_writing else "BEGIN"
        self._is_reading = not is_writing

    def take_beginning(self) -> str:
        """The statement that begins the transaction, if that hasn't happened yet; otherwise empty."""
        beginning, self._beginning = self._beginning, ""
        return beginning

    def cursor(self) -> "Cursor":  # pyright: ignore[reportIncompatibleMethodOverride]
        return Cursor(self)

    async def visit(self, call: Callable[[sqlite3.Connection], Result]) -> Result:
        """Runs a function in the connection's thread."""
        return await self._execute(call, self._conn)  # pyright: ignore[reportUnknownMemberType]

    async def commit(self) -> None:
        if not self.take_beginning():
            await self.visit(sqlite3.Connection.commit)

    async def rollback(self) -> None:
        if self.take_beginning():
            return
        if not self._is_reading:
            await self.visit(sqlite3.Connection.rollback)
            return
        # In the thread's queue it comes before anything else that is asked of the connection.
        self._tx.put_nowait((None, self._conn.rollback))  # pyright: ignore[reportUnknownMemberType]


class MemoryConnection(Connection):
    """A connection to a database in memory, which exists as long as the connection.

    Closing it, as SQLAlchemy does after a task was cancelled, only ends its transaction; `destroy` closes it.
    """

    def __init__(self) -> None:
        super().__init__(_in_memory)

    def __await__(self) -> Generator[Any, None, aiosqlite.Connection]:
        return self._connect().__await__() if self._thread.is_alive() else super().__await__()

    async def close(self) -> None:
        self.stop()

    def stop(self) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        self.take_beginning()
        self._tx.put_nowait((None, self._conn.rollback))  # pyright: ignore[reportUnknownMemberType]

    async def destroy(self) -> None:
        """Closes the database and waits for its thread, which might otherwise call an event loop that is already
        closed."""
        if self._connection is not None:
            await cast("Awaitable[object]", super().stop())  # pyright: ignore[reportUnknownMemberType]


class Cursor:
    """The cursor, with the interface that SQLAlchemy needs. It has all rows as soon as it has executed."""

    arraysize = 1

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: Sequence[Any] = ()
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> None:
        await self._visit("execute", statement, parameters)

    async def executemany(self, statement: str, parameters: Sequence[Sequence[Any]]) -> None:
        await self._visit("executemany", statement, parameters)

    async def fetchall(self) -> Sequence[Any]:
        rows, self._rows = self._rows, ()
        return rows

    async def close(self) -> None:
        """Does nothing, because no cursor is left open."""

    async def _visit(self, method: str, statement: str, parameters: Sequence[Any]) -> None:
        beginning = self._connection.take_beginning()
        await self._connection.visit(lambda to: self._run(to, beginning, method, statement, parameters))

    def _run(
        self, connection: sqlite3.Connection, beginning: str, method: str, statement: str, parameters: Sequence[Any]
    ) -> None:
        with closing(connection.cursor()) as cursor:
            if beginning:
                cursor.execute(beginning)
            getattr(cursor, method)(statement, parameters)
            self._rows = cursor.fetchall()
            self.description, self.rowcount, self.lastrowid = cursor.description, cursor.rowcount, cursor.lastrowid


def _in_memory() -> sqlite3.Connection:
    """A database in memory in which deleted data is overwritten and sorting uses no files."""
    connection = sqlite3.connect(":memory:")
    connection.executescript("PRAGMA temp_store = MEMORY; PRAGMA auto_vacuum = FULL;")
    return connection


def connect(file: str, **options: Any) -> Connection:
    """Opens a connection, for the dialect's `async_creator_fn`."""
    return Connection(lambda: sqlite3.connect(file, **options))
