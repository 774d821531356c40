"""The websockets of this process, each of which ends at once when the app, or the server's stop, wants it.

Granian closes a socket when its app has returned. Told to close one earlier, it waits for the read that is under way,
which waits for the client: a tab whose connection the app ended went on waiting beside a dead one. And told to stop
while many are open, it may die of it (a panic of its Rust half) before the app has ended: answers that would have been
written to their end were left to the leases then. So it is always the read that is ended here.
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
        self._open: set[_Socket] = set()
        self._is_leaving = False

    def guard(self, app: ASGIApp) -> ASGIApp:
        return partial(self._pass, app)

    async def close(self) -> None:
        """Ends all, and takes no more; returns once they have ended, or after a while."""
        self._is_leaving = True
        for socket in self._open:
            socket.end()
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while self._open:  # noqa: ASYNC110  # an event for each socket would be there all its life
                    await asyncio.sleep(LOOK)

    async def _pass(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await app(scope, receive, send)
        elif self._is_leaving:
            answer = PlainTextResponse(Text("refused-restart").sentence, 503, {"Retry-After": "1"})
            await WebSocket(scope, receive, send).send_denial_response(answer)
        else:
            socket = _Socket(receive, send)
            self._open.add(socket)
            try:
                await app(scope, socket.receive, socket.send)
            finally:
                self._open.discard(socket)


class _Socket:
    """One of them, as its app sees it."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive = receive
        self._send = send
        self._is_accepted = False
        self._ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def end(self) -> None:
        """Its app reads that the client has left."""
        if not self._ended.done():
            self._ended.set_result(None)

    async def receive(self) -> Message:
        message = asyncio.ensure_future(self._receive())
        try:
            await asyncio.wait({message, self._ended}, return_when=asyncio.FIRST_COMPLETED)
            return message.result() if message.done() else GONE
        finally:
            message.cancel()

    async def send(self, message: Message) -> None:
        self._is_accepted |= message["type"] == "websocket.accept"
        if message["type"] == "websocket.close" and self._is_accepted:
            self.end()
        else:
            await self._send(message)
