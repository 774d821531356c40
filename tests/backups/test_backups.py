"""A backup that is made while an answer is written holds everything that was committed, on both databases."""

import asyncio
import os
import sqlite3
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from sqlmodel import col, select

from chat_stream.backups import Refused, back_up, restore
from chat_stream.database import Database
from chat_stream.models import Attempt, Status
from chat_stream.models.attempt import LIVE
from chat_stream.worker import Worker
from tests.support.backing import SQLITE, Backing, only_on
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import sign_up
from tests.support.servers import PostgreSQL
from tests.support.site import PROJECT

pytestmark = pytest.mark.on_both


@pytest.fixture
async def places(request: pytest.FixtureRequest, backing: Backing, tmp_path: Path) -> tuple[Backing, str]:
    """A database with tables, and the address of an empty one."""
    if backing.redis_url is None:
        return backing, f"sqlite+aiosqlite:///{tmp_path}/empty.db"
    server: PostgreSQL = request.getfixturevalue("postgresql")
    return backing, server.url(await server.create())


def serving(backing: Backing, model: ScriptedModel) -> Worker:
    return Worker(backing.settings(), model.stream)


async def test_a_backup_during_an_answer_is_restored_into_an_empty_place(
    places: tuple[Backing, str], model: ScriptedModel, tmp_path: Path
):
    full, empty = places
    backup = tmp_path / "backups" / "now"
    async with serving(full, model).running() as worker:
        ada = await sign_up(worker, "Ada")
        finished = await ada.ask("One?")
        model.say("Finished.")
        model.finish()
        await eventually(lambda: not len(worker.stored.runner))
        running = await ada.ask("Two?", finished.chat_id)
        model.say("Half of")
        await eventually(lambda: [writer.ends.content for writer in worker.stored.journal.writers] == [7])
        await asyncio.to_thread(back_up, worker.database, backup)
        model.say(" it.")
        await eventually(lambda: worker.stored.journal.writers[0].ends.content == 11)
    assert backup.stat().st_mode & 0o077 == 0
    await asyncio.to_thread(restore, Database(empty), backup)

    async with serving(replace(full, database_url=empty), model).running() as worker:
        await eventually(lambda: swept(worker), within=20)
        ada.worker = worker
        async with ada.watch(running.chat_id) as viewer:
            await viewer.sees("Half of", Status.INTERRUPTED)
            assert "Finished." in viewer.texts.values()
        assert await worker.people.accounts.session_id(ada.token)


async def swept(worker: Worker) -> bool:
    async with worker.database.read() as session:
        return (await session.exec(select(Attempt.id).where(col(Attempt.status).in_(LIVE)))).first() is None


async def test_a_restoration_replaces_nothing(places: tuple[Backing, str], tmp_path: Path):
    full, _ = places
    backup = tmp_path / "backup"
    await asyncio.to_thread(back_up, Database(full.database_url), backup)
    with pytest.raises(Refused, match="already"):
        await asyncio.to_thread(restore, Database(full.database_url), backup)
    with pytest.raises(Refused, match="already"):
        await asyncio.to_thread(back_up, Database(full.database_url), backup)


async def test_a_file_that_is_no_backup_is_refused(places: tuple[Backing, str], tmp_path: Path):
    _, empty = places
    (tmp_path / "letter").write_text("Dear Ada")
    with pytest.raises(Refused, match="no backup of"):
        await asyncio.to_thread(restore, Database(empty), tmp_path / "letter")
    with pytest.raises(Refused, match="no file"):
        await asyncio.to_thread(restore, Database(empty), tmp_path / "missing")


def test_a_damaged_backup_is_refused(tmp_path: Path):
    broken = tmp_path / "broken"
    with sqlite3.connect(broken) as connection:
        connection.execute("CREATE TABLE one (value TEXT)")
        connection.executemany("INSERT INTO one VALUES (?)", [("x" * 2000,)] * 50)
    connection.close()
    content = bytearray(broken.read_bytes())
    content[4096:8192] = b"\xff" * 4096
    broken.write_bytes(content)
    with pytest.raises(Refused, match="damaged"):
        restore(Database(f"sqlite+aiosqlite:///{tmp_path}/new.db"), broken)
    assert not (tmp_path / "new.db").exists()


@only_on(SQLITE)
async def test_a_database_in_use_isnt_restored_over(worker: Worker, tmp_path: Path):
    await asyncio.to_thread(back_up, worker.database, tmp_path / "backup")
    with pytest.raises(Refused, match="Stop it first"):
        await asyncio.to_thread(restore, worker.database, tmp_path / "backup")


def test_the_commands_make_and_restore_a_backup(tmp_path: Path):
    def run(command: str, database: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / database}"}
        line = [str(PROJECT / "bin" / command), *arguments]
        return subprocess.run(line, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    with sqlite3.connect(tmp_path / "old.db") as connection:
        connection.execute("CREATE TABLE kept (word TEXT)")
        connection.execute("INSERT INTO kept VALUES ('here')")
    connection.close()
    made = run("backup", "old.db", "a backup")
    assert (made.returncode, made.stdout) == (0, f"{tmp_path}/a backup\n"), made.stderr
    restored = run("restore", "new.db", "a backup")
    assert restored.returncode == 0, restored.stderr
    with sqlite3.connect(tmp_path / "new.db") as connection:
        assert connection.execute("SELECT word FROM kept").fetchall() == [("here",)]
    connection.close()
    again = run("restore", "new.db", "a backup")
    assert again.returncode == 1
    assert "already" in again.stderr
