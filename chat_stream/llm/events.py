"""What an OpenAI-compatible server streams: server-sent events, each with a JSON object, as the HTML standard has them.

Read here and not by OpenAI's client and LiteLLM, because between them they build each part anew five times, which costs
a worker more than half a millisecond a token. Nothing of the text is touched.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping
from contextlib import suppress
from typing import Any, cast

import httpx

LONGEST_GOODBYE = 0.2
"""How many seconds the end of the response may come after its `[DONE]`. With it, the connection can be used again."""


class UnreadableError(ValueError):
    """An event that isn't the JSON object it should be."""


class EventError(Exception):
    """The server told of its failure in the midst of a stream. `code` and `type` are its own words, or a status."""

    def __init__(self, error: object) -> None:
        said = cast("Mapping[str, object]", error) if isinstance(error, Mapping) else {"message": error}
        super().__init__(str(said.get("message", "")))
        self.code = said.get("code")
        self.type = said.get("type")


async def parts_of(response: httpx.Response) -> AsyncGenerator[list[Mapping[str, Any]]]:
    """The parts of an answer, as soon as each is there; together where they came together.

    Raises `EventError`, `UnreadableError`, `json.JSONDecodeError`, `UnicodeDecodeError`, and what httpx raises.
    """
    reads = response.aiter_bytes()
    events = _Events()
    async for read in reads:
        parts: list[Mapping[str, Any]] = []
        is_done = False
        try:
            for event in events.completed_by(read):
                if is_done := event.startswith("[DONE]"):
                    break
                parts.append(_part(event))
        finally:  # what came before an error was said
            if parts:
                yield parts
        if is_done:
            break
    await _hear_out(reads)


class _Events:
    """The `data` of each event. One that the end cuts in two is none."""

    def __init__(self) -> None:
        self._unfinished = b""
        self._lines: list[str] = []

    def completed_by(self, read: bytes) -> Iterator[str]:
        *whole, self._unfinished = (self._unfinished + read).split(b"\n")
        for line in whole:
            field, _, value = line.removesuffix(b"\r").partition(b":")
            if field == b"data":
                self._lines.append(value.removeprefix(b" ").decode())
            elif not field and self._lines and not value:
                event, self._lines = "\n".join(self._lines), []
                yield event


def _part(event: str) -> Mapping[str, Any]:
    part = json.loads(event)
    if not isinstance(part, dict):
        raise UnreadableError
    if error := cast("dict[str, Any]", part).get("error"):
        raise EventError(error)
    return cast("dict[str, Any]", part)


async def _hear_out(reads: AsyncIterator[bytes]) -> None:
    with suppress(TimeoutError, httpx.HTTPError):
        async with asyncio.timeout(LONGEST_GOODBYE):
            async for _ in reads:
                pass
