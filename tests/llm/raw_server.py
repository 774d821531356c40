"""A server that sends bytes: whatever is asked, at whatever path, the answer is what a test wrote."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from chat_stream.llm import Chunk, Credentials, Request, Turn, stream

EVENTS = "text/event-stream"


@dataclass
class Wire:
    """Sends `body` in one piece, or in pieces of a size, and then ends as it is told."""

    url: str = ""
    body: bytes = b""
    content_type: str = EVENTS
    status: int = 200
    piece: int = 0
    is_cut: bool = False
    paths: list[str] = field(default_factory=list[str])

    def says(self, body: bytes | str, *, piece: int = 0, is_cut: bool = False, content_type: str = EVENTS) -> None:
        self.body = body.encode() if isinstance(body, str) else body
        self.piece, self.is_cut, self.content_type = piece, is_cut, content_type

    def ask(self, model: str, question: str = "What is 2 + 2?") -> AsyncGenerator[Chunk]:
        own = Credentials("sk-own", self.url, must_be_public=False)
        has_address = not model.startswith("cohere")  # which is found by its variable
        return stream(Request(model, (Turn("user", question),), own if has_address else None))

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.paths.append(request.path)
        response = web.StreamResponse(status=self.status, headers={"Content-Type": self.content_type})
        await response.prepare(request)
        for piece in self._pieces():
            await response.write(piece)
            await asyncio.sleep(0)
        if self.is_cut and request.transport:
            request.transport.abort()
        return response

    def _pieces(self) -> Sequence[bytes]:
        size = self.piece or len(self.body) or 1
        return [self.body[start : start + size] for start in range(0, len(self.body), size)]


@asynccontextmanager
async def serving_wire() -> AsyncGenerator[Wire]:
    wire = Wire()
    app = web.Application()
    app.router.add_post("/{path:.*}", wire.answer)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.2, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    wire.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield wire
    await runner.cleanup()
