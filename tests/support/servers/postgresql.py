"""A PostgreSQL server of the tests' own."""

import shutil
import signal
import subprocess
import tempfile
from itertools import count
from pathlib import Path
from typing import Self

import asyncpg

from tests.support.servers.program import Process, other_user, program
from tests.support.site import free_port

FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/local/opt/postgresql*/bin", "/opt/homebrew/opt/postgresql*/bin")
"""Where Debian and Homebrew keep PostgreSQL's programs."""
USER = "chat_stream"
OPTIONS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "200",
    "timezone": "UTC",
    "fsync": "off",  # a killed process loses nothing by it, and no machine loses its power in a test
    "synchronous_commit": "off",
}


EMPTIED = """
DO $$ BEGIN
  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid();
  EXECUTE (SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') || ' RESTART IDENTITY'
    FROM pg_tables WHERE schemaname = 'public');
END $$
"""


class PostgreSQL:
    """In a folder of its own, which isn't pytest's: PostgreSQL refuses root, and others can't look into root's."""

    def __init__(self) -> None:
        self.port = free_port()
        self._folder = Path(tempfile.mkdtemp(prefix="chat_stream-postgresql-"))
        self._names = count(1)
        self._user = other_user()
        options = [part for name, value in OPTIONS.items() for part in ("-c", f"{name}={value}")]
        command = [program("postgres", *FOLDERS), "-D", str(self._cluster), "-p", str(self.port), *options]
        self._process = Process(command, self._folder / "log", **self._user)

    def __enter__(self) -> Self:
        if self._user:
            shutil.chown(self._folder, self._user["user"], self._user["group"])
        command = [program("initdb", *FOLDERS), "-D", str(self._cluster), "-U", USER]
        command += ["--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
        subprocess.run(command, check=True, capture_output=True, **self._user)
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.end(signal.SIGQUIT)
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        self._process.start(self._is_ready)

    def restart(self) -> None:
        """As an administrator does: connections are ended, nothing is lost."""
        self._process.end(signal.SIGINT)
        self.start()

    def url(self, name: str) -> str:
        return f"postgresql+asyncpg://{USER}@127.0.0.1:{self.port}/{name}"

    async def create(self) -> str:
        """A new database; returns its name."""
        name = f"database_{next(self._names)}"
        await self._execute(f"CREATE DATABASE {name}")
        return name

    async def drop(self, name: str) -> None:
        await self._execute(f"DROP DATABASE {name} WITH (FORCE)")

    async def empty(self, name: str) -> None:
        """Ends who is connected, and leaves the tables without a row: a tenth of what a new database takes."""
        await self._execute(EMPTIED, name)

    async def _execute(self, statement: str, database: str = "postgres") -> None:
        connection = await asyncpg.connect(host="127.0.0.1", port=self.port, user=USER, database=database)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    def _is_ready(self) -> bool:
        command = [program("pg_isready", *FOLDERS), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        return subprocess.run(command, check=False).returncode == 0

    @property
    def _cluster(self) -> Path:
        return self._folder / "cluster"
