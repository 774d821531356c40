"""Nobody else on the machine reads what people write."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from chat_stream.database import Database


@pytest.fixture(autouse=True)
def careless() -> Iterator[None]:
    """The umask that most machines have."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


async def written(file: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{file}")
    database.make_private()
    async with database.write_rows() as connection:
        await connection.execute(text("CREATE TABLE IF NOT EXISTS words (word TEXT)"))
        for name in ("chat.db", "chat.db-wal", "chat.db-shm"):
            assert mode(file.with_name(name)) == 0o600, name
    await database.close()


async def test_a_new_database_its_journal_and_its_folder_are_private(tmp_path: Path):
    file = tmp_path / "new" / "data" / "chat.db"
    await written(file)
    assert mode(file.parent) == 0o700


async def test_those_that_others_could_read_become_private_and_lose_nothing(tmp_path: Path):
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    file = folder / "chat.db"
    with closing(sqlite3.connect(file)) as earlier:
        earlier.execute("PRAGMA journal_mode = WAL")
        earlier.execute("CREATE TABLE kept (word TEXT)")
        earlier.execute("INSERT INTO kept VALUES ('here')")
        earlier.commit()
        (folder / "secret.key").touch()
        assert mode(folder / "chat.db-wal") == 0o644
        await written(file)
        assert mode(folder) == 0o700
    with closing(sqlite3.connect(file)) as now:
        assert now.execute("SELECT word FROM kept").fetchall() == [("here",)]


async def test_a_folder_with_other_things_in_it_keeps_its_permissions(tmp_path: Path):
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    letter, similar = folder / "letter", folder / "chat.db2"
    letter.touch(mode=0o644)
    similar.touch(mode=0o644)
    await written(folder / "chat.db")
    assert mode(folder) == 0o755
    assert mode(letter) == mode(similar) == 0o644


def test_a_database_in_memory_makes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Database("sqlite+aiosqlite://").make_private()
    assert not list(tmp_path.iterdir())
