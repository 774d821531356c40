"""A program that reads a message's stream, and what tests ask about what it got."""

import asyncio
import base64
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Self

import httpx
from sqlmodel import select

from chat_stream.accounts import NewToken
from chat_stream.chats import SentMessage
from chat_stream.models import Attempt
from tests.support.eventually import eventually
from tests.support.people import Person

JSON = {"Accept": "application/json"}


@dataclass
class Reader:
    """Reads one attempt with an API token."""

    person: Person
    http: httpx.AsyncClient
    token: NewToken
    message_id: str
    attempt_id: str
    number: int = 1

    @classmethod
    async def of_answer(cls, person: Person, http: httpx.AsyncClient, token: NewToken, sent: SentMessage) -> Self:
        async with person.worker.database.read() as session:
            attempt = (await session.exec(select(Attempt).where(Attempt.chat_id == sent.chat_id))).one()
        return cls(person, http, token, attempt.message_id, attempt.id)

    @property
    def path(self) -> str:
        return f"/api/messages/{self.message_id}/attempts/{self.number}/stream"

    @property
    def bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token.secret}"}

    async def get(self, headers: dict[str, str] | None = None, path: str = "", **params: str) -> httpx.Response:
        return await self.http.get(path or self.path, params=params, headers={**self.bearer, **(headers or {})})

    async def head(self, headers: dict[str, str] | None = None) -> httpx.Response:
        return await self.http.head(self.path, headers={**self.bearer, **(headers or {})})

    @asynccontextmanager
    async def events(
        self, headers: dict[str, str] | None = None, offset: str = "-1", **params: str
    ) -> AsyncGenerator["Events"]:
        """Server-sent events from an offset, read until the block ends."""
        asked = {"live": "sse", "offset": offset, **params}
        async with self.http.stream(
            "GET", self.path, params=asked, headers={**self.bearer, **(headers or {})}
        ) as response:
            events = Events(response)
            reading = asyncio.create_task(events.read())
            try:
                yield events
            finally:
                reading.cancel()
                await asyncio.gather(reading, return_exceptions=True)

    async def has_stored(self, length: int) -> None:
        """Waits until the database has so many code points of the answer."""

        async def is_stored() -> bool:
            return (await self.attempt()).content_end == length

        await eventually(is_stored)

    async def is_closed(self) -> None:
        async def has_ended() -> bool:
            return not (await self.attempt()).is_live

        await eventually(has_ended)

    async def attempt(self) -> Attempt:
        async with self.person.worker.database.read() as session:
            return await session.get_one(Attempt, self.attempt_id)


@dataclass
class Events:
    """The events of one connection, parsed as the HTML standard says."""

    response: httpx.Response
    data: list[str] = field(default_factory=list[str])
    controls: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    has_ended: bool = False

    async def read(self) -> None:
        kind, lines = "", list[str]()
        async for line in self._lines():
            name, _, value = line.partition(": ")
            if name == "event":
                kind = value
            elif name == "data":
                lines.append(value)
            elif not line:
                self._take(kind, "\n".join(lines))
                kind, lines = "", []
        self.has_ended = True

    async def _lines(self) -> AsyncGenerator[str]:
        """Only what the standard calls a line end is one; Python knows more of them."""
        rest = b""
        async for piece in self.response.aiter_raw():
            *lines, rest = (rest + piece).replace(b"\r", b"\n").split(b"\n")
            for line in lines:
                yield line.decode()

    def _take(self, kind: str, text: str) -> None:
        if kind == "control":
            self.controls.append(json.loads(text))
        elif self.response.headers.get("Stream-SSE-Data-Encoding") == "base64":
            self.data.append(base64.b64decode(text).decode())
        else:
            self.data.append(text)

    @property
    def text(self) -> str:
        return "".join(self.data)

    @property
    def messages(self) -> list[dict[str, Any]]:
        return [message for batch in self.data for message in json.loads(batch)]

    @property
    def offset(self) -> str:
        return self.controls[-1]["streamNextOffset"]

    async def shows(self, text: str) -> None:
        await eventually(lambda: self.text == text)

    async def ends(self, *, within: float = 10) -> None:
        await eventually(lambda: self.has_ended, within=within)
