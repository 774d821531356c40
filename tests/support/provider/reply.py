"""The reply to one call while it is being written: events out, and a record of them in the call."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from .call import Call


class ReplyEnded(Exception):
    """Nothing more can be written, because the script said so."""


class Reply:
    """A stream of server-sent events. Nothing is on the wire before the first one, so that a script can still fail."""

    def __init__(self, request: web.Request, call: Call) -> None:
        self.call = call
        self.response: web.StreamResponse = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        self.cut_at: int | None = None
        self.has_usage = False
        self.has_done = False
        self._request = request
        self._written = 0

    async def say(self, text: str) -> None:
        self.call.say(text)
        await self._choice({"content": text})

    async def think(self, text: str) -> None:
        self.call.reasoning += text
        await self._choice({"reasoning_content": text})

    async def finish(self, reason: str) -> None:
        await self._choice({}, finish_reason=reason)

    async def count(self, prompt_tokens: int, completion_tokens: int) -> None:
        self.has_usage = True
        total = prompt_tokens + completion_tokens
        usage = {"prompt_tokens": prompt_tokens, "completion_tokens": completion_tokens, "total_tokens": total}
        await self._event({"choices": [], "usage": usage})

    async def fail(self, status: int, body: str, headers: Mapping[str, str]) -> None:
        if self.response.prepared:
            await self.write(f"data: {body}\n\n".encode())
        else:
            self.response = web.Response(status=status, text=body, headers=headers, content_type="application/json")
        raise ReplyEnded

    async def end(self) -> None:
        """Sends the end that a real provider sends, unless the script took it out."""
        if self.call.wants_usage and not self.has_usage:
            prompt = sum(len(str(message["content"]).split()) for message in self.call.messages)
            await self.count(prompt, len(self.call.text.split()))
        if not self.has_done:
            await self.write(b"data: [DONE]\n\n")
        await self.write(b"")

    async def write(self, raw: bytes) -> None:
        if not self.call.is_stream:
            return
        if not self.response.prepared:
            await self.response.prepare(self._request)
        is_last = self.cut_at is not None and self._written + len(raw) >= self.cut_at
        raw = raw[: self.cut_at - self._written] if is_last and self.cut_at is not None else raw
        self._written += len(raw)
        if raw:
            await self.response.write(raw)
        if is_last:
            self.cut()

    def cut(self) -> None:
        if self._request.transport is not None:
            self._request.transport.abort()
        raise ReplyEnded

    async def _choice(self, delta: dict[str, str], finish_reason: str | None = None) -> None:
        await self._event({"choices": [{"index": 0, "delta": delta, "finish_reason": finish_reason}]})

    async def _event(self, fields: dict[str, Any]) -> None:
        event = {"id": "scripted", "object": "chat.completion.chunk", "created": 0, "model": self.call.model, **fields}
        await self.write(b"data: " + encode(event) + b"\n\n")
        # Clients must get a turn even where a script never waits.
        await asyncio.sleep(0)


def encode(event: dict[str, Any]) -> bytes:
    """JSON in UTF-8 as most providers send it; a lone surrogate has no UTF-8, so it makes everything an escape."""
    try:
        return json.dumps(event, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(event).encode()
