"""Settings for SQLite connections.

A writing transaction takes the write lock with its first statement (`BEGIN IMMEDIATE`). So it may have to wait for its
turn, but can't fail half-way because another one wrote in between.
"""

from typing import Any

from sqlalchemy import Connection, Engine, event

BUSY_TIMEOUT = 30.0
"""Seconds that a statement waits for the write lock."""


def prepare(engine: Engine) -> None:
    event.listen(engine, "connect", _prepare_connection)
    event.listen(engine, "begin", _begin)


def _prepare_connection(connection: Any, _record: Any) -> None:
    connection.create_function("lower", 1, _lower, deterministic=True)
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _lower(text: Any) -> Any:
    """Lower case for every alphabet, as in PostgreSQL. SQLite's own function knows only A to Z."""
    return text.lower() if isinstance(text, str) else text


def _begin(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get("is_writing", False)
    driver: Any = connection.connection.driver_connection
    driver.begin(is_writing=is_writing)
