"""SQLite for SQLAlchemy's dialect of aiosqlite: each connection has a thread, visited once for each statement.

aiosqlite takes four visits: to make a cursor, execute, fetch and close. A visit costs more than most statements do. And
if a task is cancelled between two visits, its cursor stays open, and with it SQLite keeps the connection, its
transaction and its lock on the whole database. A transaction begins in the visit of its first statement, and a reading
transaction doesn't wait for its end.
"""

import sqlite3
import warnings
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from typing import Any, Self, TypeVar

from chat_stream.database.own_thread import OwnThread

Result = TypeVar("Result")

THREAD = "sqlite"
"""The name of each connection's thread."""


class Connection:
    """The connection, with the interface that SQLAlchemy's dialect for aiosqlite needs. Awaiting it opens it."""

    isolation_level = None
    """Python's sqlite3 begins no transaction by itself."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        self._connector = connector
        self._thread: OwnThread | None = None
        # The dialect looks at this name before it commits or rolls back.
        self._connection: sqlite3.Connection | None = None
        self._beginning = ""
        self._is_reading = False

    def __await__(self) -> Generator[Any, None, Self]:
        return self._open().__await__()

    def begin(self, *, is_writing: bool) -> None:
        """Makes the next statement begin a transaction."""
        self._beginning = "BEGIN IMMEDIATE" if is_writing else "BEGIN"
        self._is_reading = not is_writing

    def take_beginning(self) -> str:
        """The statement that begins the transaction, if that hasn't happened yet; otherwise empty."""
        beginning, self._beginning = self._beginning, ""
        return beginning

    def cursor(self) -> "Cursor":
        return Cursor(self)

    async def visit(self, call: Callable[[sqlite3.Connection], Result]) -> Result:
        """Runs a function in the connection's thread.

        Raises:
            OperationalError: The connection is closed. SQLAlchemy knows this sentence.
        """
        connection, thread = self._connection, self._thread
        if connection is None or thread is None:
            raise sqlite3.OperationalError("connection closed")
        return await thread.call(lambda: call(connection))

    async def create_function(self, *arguments: Any, **options: Any) -> None:
        await self.visit(lambda to: to.create_function(*arguments, **options))

    async def commit(self) -> None:
        if not self.take_beginning():
            await self.visit(sqlite3.Connection.commit)

    async def rollback(self) -> None:
        if self.take_beginning():
            return
        if self._is_reading:
            self._roll_back_later()
        else:
            await self.visit(sqlite3.Connection.rollback)

    async def close(self) -> None:
        """Returns when the file is closed."""
        connection, thread = self._taken()
        if connection and thread:
            closed = thread.call(connection.close)
            thread.end()
            await closed

    def stop(self) -> None:
        """Closes without waiting, where no event loop runs either."""
        connection, thread = self._taken()
        if connection and thread:
            thread.post(connection.close)
            thread.end()

    def __del__(self) -> None:
        if self._connection is not None:
            warnings.warn(f"{self!r} was never closed", ResourceWarning, stacklevel=1)
            Connection.stop(self)

    def _roll_back_later(self) -> None:
        """It lies before whatever is asked of the connection next."""
        if self._connection and self._thread:
            self._thread.post(self._connection.rollback)

    async def _open(self) -> Self:
        if self._connection is None:
            thread = self._thread = OwnThread(THREAD)
            try:
                await thread.call(self._open_here)
            except BaseException:
                thread.post(self._close_here)
                thread.end()
                raise
        return self

    def _open_here(self) -> None:
        self._connection = self._connector()

    def _close_here(self) -> None:
        connection, _ = self._taken()
        if connection:
            connection.close()

    def _taken(self) -> tuple[sqlite3.Connection | None, OwnThread | None]:
        taken = self._connection, self._thread
        self._connection = self._thread = None
        return taken


class MemoryConnection(Connection):
    """To a database in memory, which lives as long as this.

    Whoever closes it, as SQLAlchemy does with a connection in which a task was cancelled, gives it back without a
    transaction. Only `destroy` ends it.
    """

    def __init__(self) -> None:
        super().__init__(_in_memory)

    async def close(self) -> None:
        self.stop()

    def stop(self) -> None:
        self.take_beginning()
        self._roll_back_later()

    async def destroy(self) -> None:
        """Ends the database, and its thread."""
        await super().close()


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
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript("PRAGMA temp_store = MEMORY; PRAGMA auto_vacuum = FULL;")
    return connection


def connect(file: str, **options: Any) -> Connection:
    """For the dialect's `async_creator_fn`. Transactions are begun by `sqlite.prepare`, not by Python's sqlite3."""
    return Connection(lambda: sqlite3.connect(file, isolation_level=None, **options))
