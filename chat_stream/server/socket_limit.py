"""Limits how many websockets one person may have open, or one address where nobody is signed in."""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

from chat_stream.limits import TooMany
from chat_stream.server.client_address import client_address
from chat_stream.server.session_cookie import WHO
from chat_stream.texts import language_of
from chat_stream.worker import worker


class SocketLimit:
    """ASGI middleware. It must stand behind the one that checks the session."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        try:
            with worker().sockets.one_more(scope[WHO] or client_address(scope)):
                await self._app(scope, receive, send)
        except TooMany as error:
            language = language_of(Headers(scope=scope).get("accept-language", ""))
            headers = {"Retry-After": str(error.retry_after)}
            answer = PlainTextResponse(error.text.in_language(language), 429, headers)
            await WebSocket(scope, receive, send).send_denial_response(answer)
