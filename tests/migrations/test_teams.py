"""An installation from before there were teams keeps its people and what is theirs."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.support.site import PROJECT

BEFORE = """
INSERT INTO users (id, email, name, password_hash, created_at) VALUES
  ('b', 'bob@example.com', 'Bob', 'x', '2026-02-01'), ('a', 'alice@example.com', 'Alice', 'x', '2026-01-01');
INSERT INTO accounts (id, kind, name, revision, created_at) VALUES ('h', 'personal', 'Alice', 0, '2026-01-01');
INSERT INTO memberships (id, account_id, user_id, role, created_at) VALUES ('m', 'h', 'a', 'owner', '2026-01-01');
INSERT INTO sessions (id, token_hash, user_id, account_id, created_at, expires_at) VALUES
  ('s', 'x', 'a', 'h', '2026-01-01 00:00:00.000000', '2030-01-01 00:00:00.000000');
INSERT INTO chats (id, account_id, created_by, title, model, revision, list_revision, created_at, updated_at) VALUES
  ('c', 'h', 'a', 'Hello?', 'demo', 0, 0, '2026-01-01', '2026-01-01');
"""


def test_nobody_is_lost_and_the_first_is_the_administrator(tmp_path: Path):
    file = tmp_path / "chat_stream.db"
    migrate(file, "0002")
    with closing(sqlite3.connect(file)) as database:
        database.executescript(BEFORE)
    migrate(file, "0003")
    with closing(sqlite3.connect(file)) as database:
        users = database.execute("SELECT name, is_administrator, disabled_at FROM users ORDER BY name").fetchall()
        (session,) = database.execute("SELECT account_id, idle_until, last_seen_at FROM sessions").fetchall()
        counts = [
            database.execute(f"SELECT count(*) FROM {table}").fetchone()
            for table in ("memberships", "chats", "accounts")
        ]
    assert users == [("Alice", 1, None), ("Bob", 0, None)]
    assert session == ("h", "2030-01-01 00:00:00.000000", "2026-01-01 00:00:00.000000")
    assert counts == [(1,), (1,), (1,)]


def migrate(file: Path, revision: str) -> None:
    environment = {**os.environ, "DATABASE_URL": f"sqlite+aiosqlite:///{file}"}
    command = [sys.executable, "-m", "alembic", "upgrade", revision]
    subprocess.run(command, cwd=PROJECT, env=environment, check=True, capture_output=True)
