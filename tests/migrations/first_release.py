"""The rows of the first release (migration 0001), in its own statements, which must never change."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

THEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
"""When everything in the statements happened."""
TABLES = ("accounts", "users", "memberships", "sessions", "chats", "messages", "attempts", "journal_entries")

_KEYS = {"journal_entries": "start"}


def execute(connection: Connection, file: str) -> None:
    """Executes the statements of a file beside this one."""
    for statement in (Path(__file__).parent / file).read_text().split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)


def everything(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """All rows of the first release's tables, by column."""
    return {table: _rows(connection, table) for table in TABLES}


def _rows(connection: Connection, table: str) -> list[dict[str, Any]]:
    rows = connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY {_KEYS.get(table, 'id')}")
    return [dict(row) for row in rows.mappings()]
