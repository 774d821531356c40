"""PostgreSQL, by its own `pg_dump` and `pg_restore`: a snapshot of one moment, for which nobody has to wait."""

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
    """In the archive format of PostgreSQL, which is compressed; who owns what is left out."""
    _run(database, "pg_dump", ["--format=custom", "--no-owner", "--no-privileges", f"--file={to}"])


def restore(database: Database, backup: Path) -> None:
    """In one transaction: all of it, or nothing."""
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
    """On the PATH, or where Debian keeps those of the newest version."""
    debian = [str(path.parent) for path in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)]
    if found := shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), *debian])):
        return found
    raise Refused(f"{name} is missing. It comes with PostgreSQL's client programs, of the server's version or newer.")


def _environment(database: Database) -> dict[str, str]:
    """The address by PostgreSQL's own variables: a command's arguments, and a password among them, all can read."""
    url = database.url
    address = {
        "PGHOST": url.host or "",
        "PGPORT": str(url.port or ""),
        "PGUSER": url.username or "",
        "PGPASSWORD": str(url.password or ""),
        "PGDATABASE": url.database or "",
    }
    return {**os.environ, **{name: value for name, value in address.items() if value}}
