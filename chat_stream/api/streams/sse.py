"""A stream as server-sent events: `data` with text, each followed by a `control` event with the reader's offset.

An event can't contain a carriage return. If the text has one, the connection ends before it, and the next one, which
begins there, sends its data as base64, as the protocol allows.

Source: the Durable Streams Protocol, section 5.8; HTML Living Standard, 9.2 Server-sent events.
"""

import asyncio
import base64
import json
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import Any

from starlette.types import Receive, Scope, Send

from chat_stream.api.streams.cursor import next_cursor
from chat_stream.api.streams.disconnect import unless_disconnected
from chat_stream.api.streams.reading import Reading
from chat_stream.api.streams.stream_headers import COMMON, NEVER
from chat_stream.limits import TooMany
from chat_stream.server.problem import missing, too_many
from chat_stream.streaming import Gone, Progress
from chat_stream.worker import worker

CYCLE = 60.0
"""Seconds after which a connection ends. Its reader comes back with the last offset."""


class EventStream:
    """The ASGI answer to one read. It ends with the stream, the cycle, the client, or the reader's access."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._deadline = asyncio.get_running_loop().time() + CYCLE
        self._is_encoded = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            with worker().live_reads.one_more(self._reading.scope.user_id):
                await unless_disconnected(receive, self._send_all(send))
        except TooMany as error:
            raise too_many(error) from None

    async def _send_all(self, send: Send) -> None:
        async with aclosing(self._progress()) as steps:
            first = await anext(steps, None)
            if first is None:
                raise missing()
            self._is_encoded = self._has_carriage_return(first)
            await send({"type": "http.response.start", "status": 200, "headers": self._headers()})
            await _send_body(send, self._events(first))
            if not first.is_closed:
                async for step in steps:
                    if self._has_carriage_return(step) and not self._is_encoded:
                        break
                    await _send_body(send, self._events(step))
        await _send_body(send, "", is_last=True)

    async def _progress(self) -> AsyncGenerator[Progress]:
        reading = self._reading
        follow = worker().follow_attempt(reading.scope, reading.attempt, reading.start, reading.form.parts)
        async with aclosing(follow.batches()) as batches:
            while step := await self._next(batches):
                yield step
                if step.is_closed:
                    return

    async def _next(self, batches: AsyncGenerator[Sequence[Any]]) -> Progress | None:
        """The next progress. None at the end of the cycle, when the worker stops, or when the reader has lost
        access."""
        remaining = self._deadline - asyncio.get_running_loop().time()
        try:
            (step,) = await asyncio.wait_for(anext(batches), remaining)
        except (TimeoutError, StopAsyncIteration):
            return None
        return None if isinstance(step, Gone) else step

    def _has_carriage_return(self, step: Progress) -> bool:
        return not self._reading.form.is_json and any("\r" in delta.text for delta in step.deltas)

    def _headers(self) -> list[tuple[bytes, bytes]]:
        headers = {**COMMON, "Content-Type": "text/event-stream", "Cache-Control": NEVER, "X-Accel-Buffering": "no"}
        if self._is_encoded:
            headers["Stream-SSE-Data-Encoding"] = "base64"
        return [(name.lower().encode(), value.encode()) for name, value in headers.items()]

    def _events(self, step: Progress) -> str:
        events = _event("control", json.dumps(self._control(step), separators=(",", ":")))
        return _event("data", self._data(step)) + events if step.deltas else events

    def _data(self, step: Progress) -> str:
        body = self._reading.form.body(step.deltas)
        return base64.b64encode(body.encode()).decode() if self._is_encoded else body

    def _control(self, step: Progress) -> dict[str, Any]:
        control = {"streamNextOffset": self._reading.offset(step.ends), "upToDate": True}
        if step.is_closed:
            return {**control, "streamClosed": True}
        return {**control, "streamCursor": next_cursor(self._reading.cursor)}


def _event(kind: str, text: str) -> str:
    lines = "".join(f"data: {line}\n" for line in text.split("\n"))
    return f"event: {kind}\n{lines}\n"


async def _send_body(send: Send, text: str, *, is_last: bool = False) -> None:
    await send({"type": "http.response.body", "body": text.encode(), "more_body": not is_last})
