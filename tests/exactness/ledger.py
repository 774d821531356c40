"""The database as a run sees it from outside, through a connection of its own."""

import asyncio
import time
from dataclasses import dataclass

from chat_stream.models.attempt import LEASE
from tests.exactness.rows import Rows
from tests.exactness.violations import Findings, Promise

LONGEST_WITHOUT_LEASE = 15.0 - LEASE
"""Seconds after a lease ran out: it was renewed at most 15 s ago."""
LIVE = ("pending", "streaming")


@dataclass(frozen=True, slots=True)
class Answer:
    """A message's shown attempt, as it is stored."""

    message_id: str
    attempt_id: str
    question: int
    number: int
    status: str
    content: str
    reasoning: str
    content_end: int


class Ledger:
    """Reads one database.

    `retries` is how many new attempts were asked for. `up_since` is when the last server came up, infinite while none
    is up: nobody can end what a dead server left behind before there is another.
    """

    def __init__(self, rows: Rows, findings: Findings) -> None:
        self.retries = 0
        self.chat_id = ""
        self.up_since = 0.0
        self._findings = findings
        self._rows = rows
        self._ended: dict[str, tuple[str, str, str]] = {}

    def close(self) -> None:
        self._rows.close()

    def stored_end(self, attempt_id: str, part: str) -> int:
        column = "content_end" if part == "content" else "reasoning_end"
        rows = self._rows.read(f"SELECT {column} FROM attempts WHERE id = ?", attempt_id)
        return rows[0][0] if rows else 0

    def status_of(self, attempt_id: str) -> str:
        return self._rows.read("SELECT status FROM attempts WHERE id = ?", attempt_id)[0][0]

    async def watch(self, interval: float = 0.1) -> None:
        """Looks at all attempts of the chat again and again, until cancelled."""
        while True:
            self.look()
            await asyncio.sleep(interval)

    def look(self) -> None:
        query = "SELECT id, status, content, reasoning, lease_until FROM attempts WHERE chat_id = ?"
        for id, status, content, reasoning, lease_until in self._rows.read(query, self.chat_id):
            now = (status, content, reasoning)
            if id in self._ended and self._ended[id] != now:
                self._findings.add(Promise.TERMINAL, f"in the database, {self._ended[id][0]} became {status}")
            if status not in LIVE:
                self._ended[id] = now
            elif time.time() - max(lease_until, self.up_since) > LONGEST_WITHOUT_LEASE:
                self._findings.add(Promise.LEASED, f"an attempt is {status} without a lease")

    def answers(self) -> list[Answer]:
        """In the order of the chat; each answers the message before it."""
        query = """
            SELECT m.id, a.id,
                   (SELECT content FROM messages q WHERE q.chat_id = m.chat_id AND q.position = m.position - 1),
                   a.number, a.status, a.content, a.reasoning, a.content_end
            FROM messages m JOIN attempts a ON a.id = m.attempt_id WHERE m.chat_id = ? ORDER BY m.position
        """
        rows = self._rows.read(query, self.chat_id)
        return [Answer(id, attempt, int(asked.partition(":")[0]), *rest) for id, attempt, asked, *rest in rows]

    def has_live_attempts(self) -> bool:
        return any(answer.status in LIVE for answer in self.answers())

    def count(self, table: str) -> int:
        """Rows of this chat."""
        where = {"journal_entries": "attempt_id IN (SELECT id FROM attempts WHERE chat_id = ?)"}
        query = f"SELECT count(*) FROM {table} WHERE {where.get(table, 'chat_id = ?')}"
        return self._rows.read(query, self.chat_id)[0][0]
