"""The cursor that SQLAlchemy gets instead of aiosqlite's. It uses private parts: a new aiosqlite has to pass here
first."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from chat_stream.database import Database, sqlite_driver
from tests.support.database import fresh_database_url


@pytest.fixture
def visits(monkeypatch: pytest.MonkeyPatch) -> list[Callable[..., Any]]:
    """The functions that were called on connections' threads."""
    called: list[Callable[..., Any]] = []
    execute = sqlite_driver.Connection._execute  # pyright: ignore[reportUnknownVariableType, reportPrivateUsage, reportUnknownMemberType]

    async def counted(self: sqlite_driver.Connection, call: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        called.append(call)
        return await execute(self, call, *arguments, **options)

    monkeypatch.setattr(sqlite_driver.Connection, "_execute", counted)
    return called


async def test_a_statement_visits_the_thread_once(tmp_path: Path, visits: list[Callable[..., Any]]):
    database = Database(await fresh_database_url(tmp_path))
    await database.ping()
    visits.clear()
    async with database.read_rows() as connection:
        rows = (await connection.execute(text("SELECT 1 AS one UNION SELECT 2"))).all()
    assert [row.one for row in rows] == [1, 2]
    assert len(visits) == 1
    await database.close()
