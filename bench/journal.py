"""The cost of an answer in the database: transactions and bytes, on SQLite and on PostgreSQL."""

import time
from pathlib import Path
from typing import Any, NamedTuple

import aiohttp
import asyncpg

from bench.question import WORDS, Question
from bench.servers import Usage, person, provider, stores, worker
from bench.viewer import Received, Viewer
from tests.support.site import Server

AMOUNTS = (1_000, 20_000)
RATE = 400
FIRST = 50
"""Tokens of an answer before, which has LiteLLM imported."""


async def measure(folder: Path, *, is_quick: bool) -> list[dict[str, Any]]:
    """Measures equal answers on both databases."""
    amounts = AMOUNTS[:1] if is_quick else AMOUNTS
    async with provider() as scripted, stores() as settings:
        metered = {"CHAT_STREAM_METRICS_TOKEN": "bench"}
        async with worker(folder / "journal-sqlite", scripted, 0, environment=metered) as server:
            figures = [await _on_sqlite(server, amount) for amount in amounts]
        async with worker(folder / "journal-postgresql", scripted, 0, environment={**metered, **settings}) as server:
            address = settings["DATABASE_URL"].replace("+asyncpg", "")
            return [*figures, *[await _on_postgresql(server, address, amount) for amount in amounts]]


async def _on_sqlite(server: Server, amount: int) -> dict[str, Any]:
    async with person(server) as http:
        await _answer(server, http, FIRST)
        before = await _commits(server)
        size = _size(server.folder)
        answered = await _answer(server, http, amount)
        commits = await _commits(server) - before
        return _figures("SQLite", amount, answered, commits, _size(server.folder) - size)


async def _on_postgresql(server: Server, address: str, amount: int) -> dict[str, Any]:
    connection = await asyncpg.connect(address)
    async with person(server) as http:
        await _answer(server, http, FIRST)
        before, log = await _commits(server), await connection.fetchval("SELECT pg_current_wal_insert_lsn()")
        answered = await _answer(server, http, amount)
        written = await connection.fetchval("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), $1)", log)
        commits = await _commits(server) - before
    await connection.close()
    return _figures("PostgreSQL (bytes of its log)", amount, answered, commits, int(written))


class _Answered(NamedTuple):
    """One answer's cost. On a busy machine its seconds are longer than they should be."""

    seconds: float
    cpu_seconds: float
    size: int


async def _answer(server: Server, http: aiohttp.ClientSession, amount: int) -> _Answered:
    began, before = time.monotonic(), Usage.of(server).cpu_seconds
    async with Viewer(server.url, http) as viewer:
        viewer.received = Received()
        await viewer.ask(Question(amount, RATE, WORDS))
        await viewer.is_over.wait()
    return _Answered(time.monotonic() - began, Usage.of(server).cpu_seconds - before, viewer.received.size)


async def _commits(server: Server) -> int:
    """The journal's transactions."""
    headers = {"Authorization": "Bearer bench"}
    async with aiohttp.ClientSession() as http, http.get(f"{server.url}/metrics", headers=headers) as answer:
        lines = (await answer.text()).splitlines()
    return sum(int(float(line.split()[-1])) for line in lines if line.startswith("chat_stream_commit_seconds_count"))


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob("chat_stream.db*"))


def _figures(database: str, amount: int, answered: _Answered, commits: int, size: int) -> dict[str, Any]:
    text = Question(amount, RATE, WORDS).size
    return {
        "database": database,
        "tokens": amount,
        "transactions": commits,
        "transactions_a_second": round(commits / answered.seconds, 1),
        "transactions_per_1000_tokens": round(commits / amount * 1000, 1),
        "bytes_per_byte": round(size / text, 2),
        "wire_bytes_per_byte": round(answered.size / text, 2),
        "cpu_ms_per_1000_tokens": round(answered.cpu_seconds / amount * 1e6),
    }
