"""A viewer on the HTTP streams: each attempt is read to its end, from the last offset on, whatever happens between."""

import asyncio
import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.exactness.behind_proxy import BehindProxy
from tests.exactness.ledger import Answer, Ledger
from tests.exactness.sight import Sight
from tests.exactness.violations import Promise
from tests.support.page_store import Shown
from tests.support.site import Address

PAUSE = 0.1
"""Seconds after a failed request, and between two looks for new attempts."""
LONGEST_LINE = 2**20


@dataclass
class Reading:
    """The text that was read of one attempt."""

    answer: Answer
    offset: str = "-1"
    texts: dict[str, str] = field(default_factory=lambda: {"content": "", "reasoning": ""})
    is_closed: bool = False

    @property
    def address(self) -> str:
        return f"/api/messages/{self.answer.message_id}/attempts/{self.answer.number}/stream"


class StreamReader(BehindProxy):
    """Reads with server-sent events or with long-polls."""

    def __init__(self, server: Address, cookie: str, ledger: Ledger, sight: Sight, live: str) -> None:
        super().__init__(server)
        self.sight = sight
        self._cookie = cookie
        self._ledger = ledger
        self._live = live
        self._readings: dict[tuple[str, int], Reading] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._http: aiohttp.ClientSession | None = None

    async def open(self) -> None:
        await self._stack.enter_async_context(self._proxy)
        headers = {"Cookie": self._cookie, "Accept": "application/json"}
        jar = aiohttp.DummyCookieJar()
        session = aiohttp.ClientSession(
            f"http://127.0.0.1:{self._proxy.port}", headers=headers, cookie_jar=jar, read_bufsize=LONGEST_LINE
        )
        self._http = await self._stack.enter_async_context(session)
        self._tasks.add(asyncio.create_task(self._look_for_attempts()))

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        ends = await asyncio.gather(*self._tasks, return_exceptions=True)
        await super().close()
        for fault in ends:
            if isinstance(fault, Exception):  # the reader's own, which would look like a stream that never ends
                raise fault

    async def _look_for_attempts(self) -> None:
        while True:
            for answer in self._ledger.answers():
                key = answer.message_id, answer.number
                if key not in self._readings:
                    self._readings[key] = Reading(answer)
                    self._tasks.add(asyncio.create_task(self._read(self._readings[key])))
            await asyncio.sleep(PAUSE)

    async def _read(self, reading: Reading) -> None:
        while not reading.is_closed:
            try:
                await (self._read_events(reading) if self._live == "sse" else self._poll(reading))
            except (aiohttp.ClientError, OSError, TimeoutError):
                await asyncio.sleep(PAUSE)

    async def _read_events(self, reading: Reading) -> None:
        async with self._get(reading) as response:
            response.raise_for_status()
            async for kind, payload in _events(response):
                if kind == "data":
                    self._take(reading, payload)
                else:
                    reading.offset = payload["streamNextOffset"]
                    reading.is_closed = payload.get("streamClosed", False)
                    self._show(reading)

    async def _poll(self, reading: Reading) -> None:
        async with self._get(reading) as response:
            response.raise_for_status()
            body = await response.read()
            self._take(reading, json.loads(body or "[]"))
            reading.offset = response.headers["Stream-Next-Offset"]
            reading.is_closed = response.headers.get("Stream-Closed") == "true"
            self._show(reading)

    def _get(self, reading: Reading) -> Any:
        assert self._http
        return self._http.get(reading.address, params={"live": self._live, "offset": reading.offset})

    def _take(self, reading: Reading, deltas: list[dict[str, Any]]) -> None:
        for delta in deltas:
            has = reading.texts[delta["part"]]
            if delta["start"] != len(has):
                detail = f"{self.sight.name}: at {len(has)} of {delta['part']} came what begins at {delta['start']}"
                self.sight.findings.add(Promise.SAME, detail)
            reading.texts[delta["part"]] += delta["text"]
            self.sight.expect_written(reading.answer.attempt_id, delta["part"], delta["end"])

    def _show(self, reading: Reading) -> None:
        """Each answer's newest attempt. The stream says that it is closed; the ledger says how the attempt ended."""
        shown = dict(self.sight.last)
        message_id = reading.answer.message_id
        if reading.answer.number == max(number for id, number in self._readings if id == message_id):
            status = self._ledger.status_of(reading.answer.attempt_id) if reading.is_closed else "streaming"
            shown[message_id] = Shown("assistant", status, reading.texts["content"], reading.texts["reasoning"])
            self.sight.look_at(shown)


async def _events(response: aiohttp.ClientResponse) -> AsyncGenerator[tuple[str, Any]]:
    """Server-sent events in JSON, which has no line ends of its own."""
    kind = ""
    async for line in response.content:
        name, _, value = line.decode().rstrip("\n").partition(": ")
        if name == "event":
            kind = value
        elif name == "data":
            yield kind, json.loads(value)
