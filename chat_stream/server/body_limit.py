"""Refuses requests that are larger than the app ever needs, before reading them."""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from chat_stream.server.problem import Problem


class BodyLimit:
    """ASGI middleware. A request is refused immediately if it declares too large a length, otherwise as soon as it
    exceeds the limit."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self._app = app
        self._limit = limit
        self._sentence = f"This request is too big. Requests can have at most {limit:,} bytes; send less at a time."

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif self._is_fine(Headers(scope=scope).get("content-length", "0")):
            await self._app(scope, self._counting(receive), send)
        else:
            await PlainTextResponse(self._sentence, 413)(scope, receive, send)

    def _is_fine(self, declared: str) -> bool:
        return declared.isascii() and declared.isdigit() and int(declared[:20]) <= self._limit

    def _counting(self, receive: Receive) -> Receive:
        size = 0

        async def receive_counted() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > self._limit:
                raise Problem(413, self._sentence)
            return message

        return receive_counted
