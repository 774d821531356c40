"""The database's rows as somebody outside reads them, one question at a time, in the middle of synchronous code."""

import asyncio
import sqlite3
from pathlib import Path
from threading import Thread
from typing import Any, Protocol

import asyncpg

PAUSE = 0.05
"""Seconds between two tries while PostgreSQL is restarted."""


class Rows(Protocol):
    """Queries name their one value `?`."""

    def read(self, query: str, value: str) -> list[tuple[Any, ...]]: ...

    def close(self) -> None: ...


class SqliteRows:
    def __init__(self, file: Path) -> None:
        self._connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True, isolation_level=None, timeout=5)

    def read(self, query: str, value: str) -> list[tuple[Any, ...]]:
        return self._connection.execute(query, (value,)).fetchall()

    def close(self) -> None:
        self._connection.close()


class PostgreSQLRows:
    """Asks from a thread with an event loop of its own, and waits while the server is restarted."""

    def __init__(self, url: str) -> None:
        self._url = url.replace("+asyncpg", "")
        self._connection: Any = None
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def read(self, query: str, value: str) -> list[tuple[Any, ...]]:
        asked = self._read(query.replace("?", "$1"), value)
        return asyncio.run_coroutine_threadsafe(asked, self._loop).result()

    def close(self) -> None:
        if self._connection:
            self._connection.terminate()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _read(self, query: str, value: str) -> list[tuple[Any, ...]]:
        while True:
            try:
                if self._connection is None or self._connection.is_closed():
                    self._connection = await asyncpg.connect(self._url)
                return [tuple(row) for row in await self._connection.fetch(query, value)]
            except (
                OSError,
                asyncpg.PostgresConnectionError,
                asyncpg.OperatorInterventionError,
                asyncpg.InterfaceError,
                asyncpg.InternalClientError,  # a connection that died during a statement
            ):
                self._connection = None
                await asyncio.sleep(PAUSE)
