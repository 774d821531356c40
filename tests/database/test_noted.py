"""Noted changes are announced after the commit, and never before."""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text

from chat_stream.database import Database, note


class Told:
    """The announced changes, each with the number of rows that another connection sees at that moment."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.told: list[tuple[list[str], int]] = []
        self.database = Database(f"sqlite+aiosqlite:///{file}", tell=self.tell)

    def tell(self, changes: Sequence[str]) -> None:
        if changes:
            self.told.append((list(changes), self.rows()))

    def rows(self) -> int:
        connection = sqlite3.connect(self.file)
        try:
            return connection.execute("SELECT count(*) FROM letters").fetchone()[0]
        finally:
            connection.close()


@pytest.fixture
async def telling(tmp_path: Path):
    telling = Told(tmp_path / "letters.db")
    async with telling.database.write_rows() as connection:
        await connection.execute(text("CREATE TABLE letters (letter TEXT)"))
    yield telling
    await telling.database.close()


async def test_it_is_told_after_the_commit_each_once_and_in_order(telling: Told):
    async with telling.database.write() as session:
        for letter in "bab":
            note(session, letter)
            await (await session.connection()).execute(text("INSERT INTO letters VALUES (:it)"), {"it": letter})
        assert (telling.told, telling.rows()) == ([], 0)
    assert telling.told == [(["b", "a"], 3)]


async def test_nothing_is_told_of_a_transaction_that_fails(telling: Told):
    with suppress(ZeroDivisionError):
        async with telling.database.write() as session:
            note(session, "a")
            raise ZeroDivisionError
    async with telling.database.write():
        pass
    assert telling.told == []
