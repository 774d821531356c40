"""What an OpenAI-compatible server streams: server-sent events, each with a JSON object, as the HTML standard has them.

Read here and not by OpenAI's client and LiteLLM, because between them they build each part anew five times, which costs
a worker more than half a millisecond a token. Nothing of the text is touched.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing, suppress
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


async def parts_of(response: httpx.Response) -> AsyncGenerator[Mapping[str, Any]]:
    """The parts of an answer, as soon as each is there.

    Raises `EventError`, `UnreadableError`, `json.JSONDecodeError`, `UnicodeDecodeError`, and what httpx raises.
    """
    reads = response.aiter_bytes()
    async with aclosing(_events(reads)) as events:
        async for event in events:
            if event.startswith("[DONE]"):
                break
            yield _part(event)
    await _hear_out(reads)


async def _events(reads: AsyncIterator[bytes]) -> AsyncGenerator[str]:
    """The `data` of each event. One that the end cuts in two is none."""
    unfinished = b""
    lines: list[str] = []
    async for read in reads:
        *whole, unfinished = (unfinished + read).split(b"\n")
        for line in whole:
            field, _, value = line.removesuffix(b"\r").partition(b":")
            if field == b"data":
                lines.append(value.removeprefix(b" ").decode())
            elif not field and lines and not value:
                yield "\n".join(lines)
                lines = []


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
