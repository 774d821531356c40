"""Empty databases of both kinds, and Alembic on them."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.servers import PostgreSQL
from tests.support.site import PROJECT

Alembic = Callable[..., str]


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without a table."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'chat_stream.db'}"
        return
    server: PostgreSQL = request.getfixturevalue("postgresql")
    name = asyncio.run(server.create())
    yield server.url(name)
    asyncio.run(server.drop(name))


@pytest.fixture
def alembic(empty: str) -> Alembic:
    """Runs a command on that database; returns what it printed."""

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", "alembic", *arguments]
        environment = {**os.environ, "DATABASE_URL": empty}
        done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    return run
