"""aiosqlite, visiting the connection's thread once for each statement, and waiting for nothing else.

aiosqlite takes four visits to it: to make a cursor, execute, fetch and close. A visit costs more than most statements
do, and between two of them a task can be cancelled and leave its cursor behind, with which SQLite keeps a closed
connection, its transaction and its lock on the whole database.

A transaction begins in its first statement's visit, and who only read doesn't wait for its end.
"""

import sqlite3
from collections.abc import Awaitable, Callable, Generator, Sequence
from contextlib import closing
from typing import Any, Self, TypeVar, cast

import aiosqlite

Result = TypeVar("Result")


class Connection(aiosqlite.Connection):
    """As SQLAlchemy's dialect for aiosqlite uses it."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, iter_chunk_size=0)
        self._thread.daemon = True  # waiting for a lock, it must not keep the process
        self._beginning = ""
        self._is_reading = False

    def begin(self, *, is_writing: bool) -> None:
        """The next statement is a transaction's first."""
        self._beginning = "BEGIN IMMEDIATE" if is_writing else "BEGIN"
        self._is_reading = not is_writing

    def take_beginning(self) -> str:
        """How the transaction has to be begun, which nobody did yet; empty in the midst of one."""
        beginning, self._beginning = self._beginning, ""
        return beginning

    def cursor(self) -> "Cursor":  # pyright: ignore[reportIncompatibleMethodOverride]
        return Cursor(self)

    async def visit(self, call: Callable[[sqlite3.Connection], Result]) -> Result:
        """Calls something on the connection's thread."""
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
        # In the thread's queue, it lies before whatever is asked of the connection next.
        self._tx.put_nowait((None, self._conn.rollback))  # pyright: ignore[reportUnknownMemberType]


class MemoryConnection(Connection):
    """To a database in memory, which lives as long as this.

    Who closes it, as SQLAlchemy does with a connection in which a task was cancelled, gives it back without a
    transaction; only `destroy` ends it.
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
        """Ends the database, and its thread: without waiting, that could speak to a loop that is closed by then."""
        if self._connection is not None:
            await cast("Awaitable[object]", super().stop())  # pyright: ignore[reportUnknownMemberType]


class Cursor:
    """What SQLAlchemy asks of a cursor. It has all rows as soon as it has executed."""

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
        """Nothing is left open."""

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
    """What is deleted leaves no room behind, and what is sorted goes to no file."""
    connection = sqlite3.connect(":memory:")
    connection.executescript("PRAGMA temp_store = MEMORY; PRAGMA auto_vacuum = FULL;")
    return connection


def connect(file: str, **options: Any) -> Connection:
    """For the dialect's `async_creator_fn`."""
    return Connection(lambda: sqlite3.connect(file, **options))
