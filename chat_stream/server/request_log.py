"""Gives each request an id, which its log lines and its answer carry, and logs how it ended.

A valid `X-Request-ID` of the caller is kept, so that a request can be found in the logs of everything it passed. Clicks
arrive through a websocket and aren't requests: their log lines name the message.
"""

import re
import secrets
import time

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_GIVEN = re.compile(rb"[A-Za-z0-9._-]{1,100}")
_HEADER = b"x-request-id"

log = structlog.get_logger()


class RequestLog:
    """ASGI middleware for requests."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = _request_id(scope)
        with structlog.contextvars.bound_contextvars(request=request_id):
            await self._answer(scope, receive, send, request_id)

    async def _answer(self, scope: Scope, receive: Receive, send: Send, request_id: str) -> None:
        began, status = time.monotonic(), 500

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message = {**message, "headers": [*message["headers"], (_HEADER, request_id.encode())]}
            await send(message)

        try:
            await self._app(scope, receive, send_with_id)
        finally:
            if scope["path"].startswith("/api/"):
                took = round((time.monotonic() - began) * 1000)
                # The path without the query, which belongs to the user.
                log.info("http.request", method=scope["method"], path=scope["path"], status=status, ms=took)


def _request_id(scope: Scope) -> str:
    given = dict(scope["headers"]).get(_HEADER, b"")
    return given.decode() if _GIVEN.fullmatch(given) else secrets.token_hex(8)
