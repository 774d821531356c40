"""Backups of SQLite with its online backup: a copy of one moment that blocks nobody."""

import sqlite3
from contextlib import closing
from pathlib import Path

from filelock import FileLock, Timeout

from chat_stream.backups.refused import Refused
from chat_stream.database import FILE_MODE, FOLDER_MODE, Database

HEADER = b"SQLite format 3\0"
LOCK_TIMEOUT = 30.0
"""Seconds to wait for a lock that another process holds on the database."""


def back_up(database: Database, to: Path) -> None:
    """Copies in one step, so that concurrent writes don't restart the copy."""
    file = _file(database)
    if not file.is_file():
        raise Refused(f"There is no database at {file}. Does DATABASE_URL name the right one?")
    with closing(sqlite3.connect(file, timeout=LOCK_TIMEOUT)) as source, closing(sqlite3.connect(to)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # so that the backup is a single file
        _check(copy)


def restore(database: Database, backup: Path) -> None:
    file = _file(database)
    with backup.open("rb") as opened:
        if opened.read(len(HEADER)) != HEADER:
            raise Refused(f"{backup} is no backup of SQLite, which DATABASE_URL names.")
    file.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    try:
        with FileLock(f"{file}.lock", timeout=0, mode=FILE_MODE):
            _fill(file, backup)
    except Timeout:
        raise Refused(f"A chat_stream uses {file}. Stop it first.") from None


def _fill(file: Path, backup: Path) -> None:
    leftovers = [
        path for path in (file, *(Path(f"{file}-{end}") for end in ("wal", "shm", "journal"))) if path.exists()
    ]
    if leftovers:
        raise Refused(f"{leftovers[0]} is there already. Move it away first: a restoration replaces nothing.")
    partial = file.with_name(f"{file.name}.partial")
    partial.unlink(missing_ok=True)
    partial.touch(mode=FILE_MODE)
    with closing(sqlite3.connect(backup)) as source, closing(sqlite3.connect(partial)) as copy:
        _check(source)
        source.backup(copy)
    partial.rename(file)


def _check(connection: sqlite3.Connection) -> None:
    try:
        (outcome,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        outcome = str(error)
    if outcome != "ok":
        raise Refused(f"The database is damaged ({outcome}). Nothing was written; use an earlier backup.")


def _file(database: Database) -> Path:
    if database.file is None:
        raise Refused("DATABASE_URL names no file: a database in memory has no backups.")
    return database.file
