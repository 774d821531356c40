"""As much of Anthropic and of Ollama as a test takes: a protocol that LiteLLM translates, and a list of models."""

import asyncio
import json
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web


class Translated:
    """Both on one loopback port. Says `texts`, then ends as it is told."""

    def __init__(self) -> None:
        self.url = ""
        self.texts: Sequence[str] = ()
        self.is_whole = True
        self.is_stalled = False
        self.was_closed = asyncio.Event()
        self.models = ["llama3:latest", "nomic-embed-text:latest", "qwen3:8b"]

    async def tags(self, _: web.Request) -> web.Response:
        return web.json_response({"models": [{"name": name} for name in self.models]})

    async def anthropic(self, request: web.Request) -> web.StreamResponse:
        usage = {"input_tokens": 11, "output_tokens": 1}
        message: dict[str, Any] = {"id": "m", "role": "assistant", "content": [], "usage": usage}
        start = {"type": "message_start", "message": message}
        block = {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}}
        deltas = [
            {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": text}}
            for text in self.texts
        ]
        stop = {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 22}}
        end = [{"type": "content_block_stop", "index": 0}, stop, {"type": "message_stop"}] if self.is_whole else []
        events: list[dict[str, Any]] = [start, block, *deltas, *end]
        return await self._send(request, [f"event: {event['type']}\ndata: {json.dumps(event)}\n\n" for event in events])

    async def _send(self, request: web.Request, pieces: list[str]) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        try:
            for piece in pieces:
                await response.write(piece.encode())
            if self.is_stalled:
                await asyncio.Event().wait()
        except (asyncio.CancelledError, ConnectionError):
            self.was_closed.set()
            raise
        return response


@asynccontextmanager
async def translated_provider() -> AsyncGenerator[Translated]:
    translated = Translated()
    app = web.Application()
    app.router.add_get("/api/tags", translated.tags)
    app.router.add_post("/v1/messages", translated.anthropic)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.2, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    translated.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield translated
    await runner.cleanup()
