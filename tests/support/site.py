"""The app as it is deployed, built once for all tests: real servers on ports of their own, each with its database."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Protocol

PROJECT = Path(__file__).resolve().parents[2]
BUILT_PAGE = "BUILT_PAGE"
"""The variable by which several processes with tests share one build."""
START_PATIENCE = 120.0
ROOMY = {f"CHAT_STREAM_{name}": "10000" for name in ("SIGN_UPS", "SIGN_INS", "SENDS", "GENERATIONS", "SOCKETS")}
"""All visitors of a test come from one address, and some are in a hurry."""
NO_TITLES = {"CHAT_STREAM_TITLE_MODEL": "none"}
"""Tests say what each call gets, and count them."""


class Address(Protocol):
    """Where a site is."""

    @property
    def port(self) -> int: ...

    @property
    def url(self) -> str: ...


@dataclass
class Site:
    """A built page, from which any number of servers can be started."""

    build: Path

    @classmethod
    def built(cls) -> "Site":
        """Builds the page as `bin/start` does, unless the last build fits or `BUILT_PAGE` says where it is.

        Raises:
            RuntimeError: It can't be built; the message holds the end of what Reflex said.
        """
        if folder := os.environ.get(BUILT_PAGE):
            return cls(Path(folder))
        command = [sys.executable, "-m", "deploy.build"]
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"The page can't be built:\n{(done.stdout + done.stderr)[-4000:]}")
        return cls(PROJECT / ".web" / "build" / "client")

    def server(self, folder: Path, port: int = 0, /, **environment: str) -> "Server":
        """A server that isn't started yet, with its database and its copy of the page in `folder`."""
        port = port or free_port()
        static = folder / "web" / "build" / "client"
        shutil.copytree(self.build, static, copy_function=os.link)
        return Server(port, folder, environment)


@dataclass
class Server:
    """One server process, which can be ended in any way and started again on the same database."""

    port: int
    folder: Path
    environment: dict[str, str] = field(default_factory=dict[str, str])
    app: str = "chat_stream.chat_stream:app"
    process: subprocess.Popen[bytes] | None = None
    is_migrated: bool = False

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def log(self) -> str:
        return (self.folder / "server.log").read_text(errors="replace")

    @property
    def database_url(self) -> str:
        return f"sqlite+aiosqlite:///{self.folder / 'chat_stream.db'}"

    def start(self) -> None:
        """Migrates (the first time) and starts; returns when the server answers.

        Raises:
            RuntimeError: It doesn't; the message holds the end of its log.
        """
        self._migrate()
        serve = f"from granian.server import Server; Server('{self.app}', factory=True, "
        serve += f"address='127.0.0.1', port={self.port}, interface='asgi', workers=1).serve()"
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", serve],
                cwd=PROJECT,
                env=self._environment(),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait_until_it_answers()

    def kill(self) -> None:
        """As `kill -9`: nothing is cleaned up."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _migrate(self) -> None:
        if not self.is_migrated:
            if "DATABASE_URL" in self.environment:
                migrate(self._environment())
            else:
                (self.folder / "chat_stream.db").write_bytes(_migrated_file())
        self.is_migrated = True

    def _end(self, how: signal.Signals) -> None:
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, how)
            self.process.wait(timeout=90)  # answers are written to their end first
        self.process = None

    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "REFLEX_WEB_WORKDIR": str(self.folder / "web"),
            "REFLEX_ENV_MODE": "prod",
            "__REFLEX_SKIP_COMPILE": "true",
            "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
            "CHAT_STREAM_PUBLIC_URL": self.url,
            "DATABASE_URL": self.database_url,
            **ROOMY,
            **NO_TITLES,
            **self.environment,
        }

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + START_PATIENCE
        while time.monotonic() < deadline and self.process and self.process.poll() is None:
            try:
                urllib.request.urlopen(f"{self.url}/_health", timeout=1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError(f"The server doesn't answer:\n{self.log[-4000:]}")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def is_answered(url: str) -> bool:
    """Whether a server is there."""
    try:
        urllib.request.urlopen(url, timeout=2).close()
    except OSError:
        return False
    return True


def migrate(environment: Mapping[str, str]) -> None:
    """As `bin/start` does."""
    command = [sys.executable, "-m", "alembic", "upgrade", "head"]
    subprocess.run(command, cwd=PROJECT, env=environment, check=True, capture_output=True)


@cache
def _migrated_file() -> bytes:
    """An SQLite database at head: made once for all servers, because that takes as long as starting one."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "chat_stream.db"
        migrate({**os.environ, "DATABASE_URL": f"sqlite+aiosqlite:///{file}"})
        with closing(sqlite3.connect(file)) as connection:
            return connection.serialize()


if __name__ == "__main__":
    print(Site.built().build)  # noqa: T201
