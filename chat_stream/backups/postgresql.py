"""Backups of PostgreSQL with its own `pg_dump` and `pg_restore`: a snapshot of one moment that blocks nobody."""

import asyncio
import os
import shutil
import subprocess  # nosec B404  # for PostgreSQL's own programs, without a shell
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import text

from chat_stream.backups.refused import Refused
from chat_stream.database import Database

HEADER = b"PGDMP"
TABLES = "SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname = current_schema()"


def back_up(database: Database, to: Path) -> None:
    """Writes PostgreSQL's compressed archive format, without ownership."""
    _run(database, "pg_dump", ["--format=custom", "--no-owner", "--no-privileges", f"--file={to}"])


def restore(database: Database, backup: Path) -> None:
    """Restores everything in one transaction, or nothing."""
    with backup.open("rb") as opened:
        if opened.read(len(HEADER)) != HEADER:
            raise Refused(f"{backup} is no backup of PostgreSQL, which DATABASE_URL names.")
    if tables := asyncio.run(_count_tables(database)):
        raise Refused(f"The database has {tables} tables already. Restore into an empty one: createdb makes one.")
    options = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"]
    _run(database, "pg_restore", [*options, f"--dbname={database.url.database}", str(backup)])


async def _count_tables(database: Database) -> int:
    async with database.read_rows() as connection:
        count = (await connection.execute(text(TABLES))).scalar_one()
    await database.close()
    return count


def _run(database: Database, name: str, arguments: Sequence[str]) -> None:
    done = subprocess.run(  # nosec B603  # a program of PostgreSQL's, and arguments made here
        [_program(name), *arguments], env=_environment(database), capture_output=True, text=True, check=False
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it gave no reason"])[-1]
        raise Refused(f"{name} failed: {last}")


def _program(name: str) -> str:
    """The path of a program, from the PATH or from where Debian installs the newest version."""
    debian = [str(path.parent) for path in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)]
    if found := shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), *debian])):
        return found
    raise Refused(f"{name} is missing. It comes with PostgreSQL's client programs, of the server's version or newer.")


def _environment(database: Database) -> dict[str, str]:
    """The database's address in PostgreSQL's environment variables, because everybody on the machine can read a
    command's arguments, and with them a password."""
    url = database.url
    address = {
        "PGHOST": url.host or "",
        "PGPORT": str(url.port or ""),
        "PGUSER": url.username or "",
        "PGPASSWORD": str(url.password or ""),
        "PGDATABASE": url.database or "",
    }
    return {**os.environ, **{name: value for name, value in address.items() if value}}
