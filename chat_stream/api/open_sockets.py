"""The websockets of this process, which end before its server stops.

Granian, told to stop while many are open, may die of it (a panic of its Rust half) before the app has ended: answers
that would have been written to their end were left to the leases then. It closes a socket when its app has returned;
to be told to close it, it waits for a read that is under way.
"""

import asyncio
from contextlib import suppress
from functools import partial

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from chat_stream.texts import Text

GONE: Message = {"type": "websocket.disconnect", "code": 1012}
"""As if the client had left, with the code of a service that comes back (IANA's registry of RFC 6455)."""
PATIENCE = 2.0
"""Seconds for all of them to end."""
LOOK = 0.02


class OpenSockets:
    """`guard` is ASGI middleware, once for each app."""

    def __init__(self) -> None:
        self._leaving: asyncio.Future[None] | None = None
        self._count = 0

    def guard(self, app: ASGIApp) -> ASGIApp:
        return partial(self._pass, app)

    async def close(self) -> None:
        """Ends all, and takes no more; returns once they have ended, or after a while."""
        if not self._left().done():
            self._left().set_result(None)
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while self._count:  # noqa: ASYNC110  # an event for each socket would be there all its life
                    await asyncio.sleep(LOOK)

    def _left(self) -> asyncio.Future[None]:
        self._leaving = self._leaving or asyncio.get_running_loop().create_future()
        return self._leaving

    async def _pass(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await app(scope, receive, send)
        elif self._left().done():
            answer = PlainTextResponse(Text("refused-restart").sentence, 503, {"Retry-After": "1"})
            await WebSocket(scope, receive, send).send_denial_response(answer)
        else:
            self._count += 1
            try:
                await app(scope, partial(_received, receive, self._left()), send)
            finally:
                self._count -= 1


async def _received(receive: Receive, leaving: asyncio.Future[None]) -> Message:
    message = asyncio.ensure_future(receive())
    try:
        await asyncio.wait({message, leaving}, return_when=asyncio.FIRST_COMPLETED)
        return message.result() if message.done() else GONE
    finally:
        message.cancel()
