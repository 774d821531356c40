"""What SQLite has to be told.

A writing transaction takes the write lock at its start (`BEGIN IMMEDIATE`), so that it can wait for its turn but
never fails half-way because another one wrote in between.
"""

import sqlite3
from typing import Any
from weakref import WeakSet

from sqlalchemy import Connection, Engine, event

BUSY_TIMEOUT = 30.0
"""Seconds that a statement waits for the write lock."""


class SqliteConnection(sqlite3.Connection):
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


def prepare(engine: Engine) -> None:
    event.listen(engine, "connect", _prepare_connection)
    event.listen(engine, "begin", _begin)


def _prepare_connection(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin`, not by the driver
    connection.create_function("lower", 1, _lower, deterministic=True)
    cursor: sqlite3.Cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _lower(text: Any) -> Any:
    """Of every alphabet, as PostgreSQL's: SQLite's own knows A to Z."""
    return text.lower() if isinstance(text, str) else text


def _begin(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get("is_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")
