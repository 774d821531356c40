"""Where a run takes place: what people and faults can do there. `Inside` and `Outside` implement it."""

import asyncio
import sqlite3
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Protocol

from tests.exactness.ledger import LIVE, Answer, Ledger
from tests.exactness.plan import Plan, Planned
from tests.exactness.rows import Rows
from tests.exactness.sight import Sight
from tests.exactness.violations import Findings
from tests.exactness.voice import Voice


class Watcher(Protocol):
    """Somebody who watches the chat: a cursor in this process, a websocket, a reader over HTTP, a tab."""

    sight: Sight

    async def open(self) -> None: ...

    async def cut(self, seconds: float) -> None:
        """Loses its connection, and looks for a new one after so long."""
        ...

    async def freeze(self, seconds: float) -> None:
        """Reads nothing for so long."""
        ...

    async def slow_down(self, seconds: float) -> None: ...

    async def close(self) -> None: ...


class Stage(ABC):
    """One chat, the people who watch it, and everything that can be done to them."""

    def __init__(self, plan: Plan, rows: Rows) -> None:
        self.plan = plan
        self.findings = Findings()
        self.voice = Voice(plan)
        self.ledger = Ledger(rows, self.findings)
        self.watchers: list[Watcher] = []

    @abstractmethod
    async def send(self, question: int) -> None:
        """Asks; asked twice, it is with the same client id."""

    @abstractmethod
    async def watch(self) -> None:
        """Opens the plan's viewers on the chat."""

    @abstractmethod
    async def stop(self, message_id: str) -> None: ...

    @abstractmethod
    async def retry(self, message_id: str) -> bool:
        """False if it was refused for certain."""

    @abstractmethod
    async def suspend(self, seconds: float) -> None: ...

    @abstractmethod
    async def kill(self) -> None:
        """As `kill -9`, and a start on the same database."""

    @abstractmethod
    async def terminate(self) -> None:
        """As SIGTERM, and a start on the same database."""

    async def lose(self, planned: Planned) -> bool:
        """Loses a notice, an acknowledgement or a lease inside of the worker; False if it never came to that."""
        raise NotImplementedError(planned.fault)

    @abstractmethod
    async def lock_database(self, seconds: float) -> None: ...

    @property
    def is_in_mid_stream(self) -> bool:
        return any(answer.status in LIVE and answer.content_end for answer in self.ledger.answers())

    def answer_to(self, question: int) -> Answer:
        return next(answer for answer in self.ledger.answers() if answer.question == question)

    def client_id(self, question: int) -> str:
        return f"seed-{self.plan.seed}-{self.plan.kind}-{question}"


async def lock_sqlite(file: Path, seconds: float) -> None:
    await asyncio.to_thread(_lock, file, seconds)


def _lock(file: Path, seconds: float) -> None:
    """Another process's transaction that takes its time."""
    connection = sqlite3.connect(file, isolation_level=None, timeout=5)
    try:
        connection.execute("BEGIN EXCLUSIVE" if seconds > 1 else "BEGIN IMMEDIATE")
        time.sleep(seconds)
        connection.execute("ROLLBACK")
    finally:
        connection.close()
