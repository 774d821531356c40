"""The websockets of this process, each of which can be closed immediately, by the app or when the server stops.

Granian closes a socket only when its app has returned. If told to close one earlier, it waits for the pending read,
which waits for the client: a tab whose connection the app had ended kept waiting on a dead one. And if told to stop
while many sockets are open, it may crash (a panic in its Rust half) before the app has ended; answers that could have
been finished were then left to their leases. So the code always ends the pending read instead.
"""

import asyncio
from contextlib import suppress
from functools import partial

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from chat_stream.texts import Text

GONE: Message = {"type": "websocket.disconnect", "code": 1012}
"""Looks as if the client had left, with the code of a service that is restarting (IANA's registry for RFC 6455)."""
CLOSE_TIMEOUT = 2.0
"""Seconds for all sockets to close."""
LOOK = 0.02


class OpenSockets:
    """Tracks the sockets. `guard` wraps an app as ASGI middleware, once for each app."""

    def __init__(self) -> None:
        self._open: set[_Socket] = set()
        self._is_leaving = False

    def guard(self, app: ASGIApp) -> ASGIApp:
        return partial(self._pass, app)

    async def close(self) -> None:
        """Closes all sockets and accepts no more. Returns when they have closed, or after a while."""
        self._is_leaving = True
        for socket in self._open:
            socket.end()
        with suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_TIMEOUT):
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
    """One socket, as its app sees it."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive = receive
        self._send = send
        self._is_accepted = False
        self._ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def end(self) -> None:
        """Makes the app's pending read report that the client has left."""
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
