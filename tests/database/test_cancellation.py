"""A transaction that is cancelled anywhere holds nothing: no lock on the database, no open file."""

import asyncio
import gc
import random
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from chat_stream.database import Database
from tests.support.eventually import eventually

ROUNDS = 60
LONGEST_WAY = 40
"""Turns of the event loop, in which the transaction is done."""


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'chat_stream.db'}", busy_timeout=1.0)
    async with database.write_rows() as connection:
        await connection.execute(text("CREATE TABLE notes (id integer PRIMARY KEY, n integer)"))
        await connection.execute(text("INSERT INTO notes VALUES (1, 0), (2, 0), (3, 0)"))
    yield database
    await database.close()


@pytest.fixture(autouse=True)
def _no_luck() -> Iterator[None]:
    """Keeps the garbage collector from releasing things by chance."""
    gc.disable()
    yield
    gc.enable()


async def test_a_cancelled_transaction_locks_nobody_out(database: Database):
    choose = random.Random(7)
    cancelled = [await _cancelled(database, choose.randint(0, LONGEST_WAY)) for _ in range(ROUNDS)]
    assert any(isinstance(each, asyncio.CancelledError) for each in cancelled)


async def test_a_cancelled_transaction_leaves_no_file_open(database: Database):
    choose = random.Random(8)
    before = _open_files(database)
    kept = [await _cancelled(database, choose.randint(0, LONGEST_WAY)) for _ in range(ROUNDS)]
    assert kept
    await eventually(lambda: _open_files(database) <= before + 2)


async def _cancelled(database: Database, turns: int) -> BaseException | None:
    """Cancels a transaction after so many turns; writes to show that nobody else is locked out."""
    writing = asyncio.create_task(_write(database))
    for _ in range(turns):
        await asyncio.sleep(0)
    writing.cancel()
    [outcome] = await asyncio.gather(writing, return_exceptions=True)
    async with database.write_rows() as connection:
        await connection.execute(text("UPDATE notes SET n = 0"))
    return outcome


async def _write(database: Database) -> None:
    async with database.write_rows() as connection:
        for _ in range(3):
            await connection.execute(text("UPDATE notes SET n = n + 1 RETURNING id"))


def _open_files(database: Database) -> int:
    links = [link for link in Path("/proc/self/fd").iterdir() if link.exists()]
    return sum(1 for link in links if link.readlink().name.startswith(database.file.name)) if database.file else 0
