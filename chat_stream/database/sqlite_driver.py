"""aiosqlite, visiting the connection's thread once for each statement.

aiosqlite takes four visits to it: to make a cursor, execute, fetch and close. A visit costs more than most statements
do, and between two of them a task can be cancelled and leave its cursor behind, with which SQLite keeps a closed
connection, its transaction and its lock on the whole database.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import Any, Self, TypeVar

import aiosqlite

Result = TypeVar("Result")


class Connection(aiosqlite.Connection):
    """As SQLAlchemy's dialect for aiosqlite uses it."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, iter_chunk_size=0)
        self._thread.daemon = True  # waiting for a lock, it must not keep the process

    def cursor(self) -> "Cursor":  # pyright: ignore[reportIncompatibleMethodOverride]
        return Cursor(self)

    async def visit(self, call: Callable[[sqlite3.Connection], Result]) -> Result:
        """Calls something on the connection's thread."""
        return await self._execute(call, self._conn)  # pyright: ignore[reportUnknownMemberType]


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
        await self._connection.visit(lambda connection: self._run(connection, "execute", statement, parameters))

    async def executemany(self, statement: str, parameters: Sequence[Sequence[Any]]) -> None:
        await self._connection.visit(lambda connection: self._run(connection, "executemany", statement, parameters))

    async def fetchall(self) -> Sequence[Any]:
        rows, self._rows = self._rows, ()
        return rows

    async def close(self) -> None:
        """Nothing is left open."""

    def _run(self, connection: sqlite3.Connection, method: str, statement: str, parameters: Sequence[Any]) -> None:
        with closing(connection.cursor()) as cursor:
            getattr(cursor, method)(statement, parameters)
            self._rows = cursor.fetchall()
            self.description, self.rowcount, self.lastrowid = cursor.description, cursor.rowcount, cursor.lastrowid


def connect(file: str, **options: Any) -> Connection:
    """For the dialect's `async_creator_fn`."""
    return Connection(lambda: sqlite3.connect(file, **options))
