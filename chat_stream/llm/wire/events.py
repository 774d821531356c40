"""Reads the stream of an OpenAI-compatible server: server-sent events as in the HTML standard, each with a JSON object.

They are read here because OpenAI's client and LiteLLM together rebuild each part five times, which costs a worker more
than half a millisecond a token. The text isn't changed.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, cast

import httpx

from chat_stream.llm.wire.lines import UnreadableError
from chat_stream.llm.wire.server_sent_events import CutEventError, Events
from chat_stream.llm.wire.told_errors import EventError, told_error, without_ends

__all__ = ["CutEventError", "EventError", "Events", "UnreadableError", "parts_of"]

LONGEST_GOODBYE = 0.2
"""Seconds that the end of the response may take after `[DONE]`. Once it has come, the connection can be reused."""


UNREADABLE = (json.JSONDecodeError, UnicodeDecodeError, UnreadableError, CutEventError)


async def parts_of(response: httpx.Response, events: Events | None = None) -> AsyncGenerator[list[Mapping[str, Any]]]:
    """Yields the parts of an answer as they arrive, in lists of those that arrived together.

    Raises `EventError`, the errors in `UNREADABLE`, and what httpx raises.
    """
    events = events or Events()
    reads = response.aiter_bytes()
    try:
        async for read in reads:
            for parts in _together(events.completed_by(read)):
                yield parts
            if events.is_done:
                break
    except httpx.HTTPError:
        with suppress(*UNREADABLE):
            for parts in _together(events.rest()):
                yield parts
        raise
    for parts in _together(events.rest()):
        yield parts
    await _hear_out(reads)


def _together(values: Iterable[object]) -> Iterator[list[Mapping[str, Any]]]:
    parts: list[Mapping[str, Any]] = []
    try:
        for value in values:
            for part in _objects(value):
                error = told_error(part)
                if error is None:
                    parts.append(part)
                elif part.get("choices"):
                    parts.append(without_ends(part))
                if error is not None:
                    raise error
    finally:  # parts that came before an error have been yielded
        if parts:
            yield parts


def _objects(value: object) -> Iterable[Mapping[str, Any]]:
    if isinstance(value, dict):
        return (cast("dict[str, Any]", value),)
    if not isinstance(value, list) or not value:
        raise UnreadableError
    return [each for one in cast("list[object]", value) for each in _objects(one)]


async def _hear_out(reads: AsyncIterator[bytes]) -> None:
    with suppress(TimeoutError, httpx.HTTPError):
        async with asyncio.timeout(LONGEST_GOODBYE):
            async for _ in reads:
                pass
