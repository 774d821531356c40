"""The connection to SQLite that SQLAlchemy is given: a thread of its own, visited once for each statement."""

import asyncio
import gc
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from chat_stream.database import Database, sqlite_driver
from tests.support.database import fresh_database_url
from tests.support.eventually import eventually


@pytest.fixture
def visits(monkeypatch: pytest.MonkeyPatch) -> list[Callable[..., Any]]:
    """The functions that were called on connections' threads."""
    called: list[Callable[..., Any]] = []
    visit = sqlite_driver.Connection.visit

    async def counted(self: sqlite_driver.Connection, call: Callable[..., Any]) -> Any:
        called.append(call)
        return await visit(self, call)

    monkeypatch.setattr(sqlite_driver.Connection, "visit", counted)
    return called


@pytest.fixture
def threads() -> Callable[[], int]:
    """How many more threads of connections there are than before the test."""

    def count() -> int:
        return sum(thread.name == sqlite_driver.THREAD for thread in threading.enumerate())

    before = count()
    return lambda: count() - before


async def test_a_statement_visits_the_thread_once(tmp_path: Path, visits: list[Callable[..., Any]]):
    database = Database(await fresh_database_url(tmp_path))
    await database.ping()
    visits.clear()
    async with database.read_rows() as connection:
        rows = (await connection.execute(text("SELECT 1 AS one UNION SELECT 2"))).all()
    assert [row.one for row in rows] == [1, 2]
    assert len(visits) == 1
    await database.close()


async def test_a_commit_that_was_begun_is_made_though_its_task_is_cancelled(tmp_path: Path):
    connection = await sqlite_driver.connect(str(tmp_path / "a.db"))
    cursor = connection.cursor()
    await cursor.execute("CREATE TABLE notes (n integer)")
    connection.begin(is_writing=True)
    await cursor.execute("INSERT INTO notes VALUES (1)")
    committing = asyncio.ensure_future(connection.commit())
    await asyncio.sleep(0)
    committing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await committing
    await connection.close()
    assert await _notes(tmp_path / "a.db") == [(1,)]


async def test_a_file_that_cannot_be_opened_is_said_and_leaves_no_thread(tmp_path: Path, threads: Callable[[], int]):
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'no folder' / 'a.db'}")
    with pytest.raises(OperationalError, match="unable to open"):
        await database.ping()
    await database.close()
    await eventually(lambda: not threads())


async def test_a_closed_connection_is_left_by_the_pool_and_replaced(tmp_path: Path, threads: Callable[[], int]):
    database = Database(await fresh_database_url(tmp_path))
    async with database.read_rows() as connection:
        driver: Any = (await connection.get_raw_connection()).driver_connection
        driver.stop()
        with pytest.raises(OperationalError, match="connection closed") as raised:
            await connection.execute(text("SELECT 1"))
    assert raised.value.connection_invalidated
    await database.ping()
    await database.close()
    await eventually(lambda: not threads())


async def test_a_connection_that_is_forgotten_ends_its_thread(tmp_path: Path, threads: Callable[[], int]):
    connections = [await sqlite_driver.connect(str(tmp_path / "a.db"))]
    await connections[0].cursor().execute("SELECT 1")
    with pytest.warns(ResourceWarning, match="never closed"):
        _forget(connections)
    await eventually(lambda: not threads())


def _forget(connections: list[sqlite_driver.Connection]) -> None:
    connections.clear()
    gc.collect()


async def _notes(file: Path) -> list[Any]:
    connection = await sqlite_driver.connect(str(file))
    cursor = connection.cursor()
    await cursor.execute("SELECT n FROM notes")
    rows = await cursor.fetchall()
    await connection.close()
    return list(rows)
