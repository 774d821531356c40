"""Stands in front of Reflex: proves the session cookie, and keeps it out of Reflex's state.

Reflex stores a websocket's headers with its state. Invariant: the token never gets there; what gets there
is the session's id, in a header that only this middleware can set.
"""

from http.cookies import CookieError, SimpleCookie

from starlette.types import ASGIApp, Receive, Scope, Send

from chat_stream.accounts import SESSION_HEADER
from chat_stream.config import settings
from chat_stream.worker import worker

_NEEDED = (b"host", b"origin", b"upgrade", b"connection")
"""What Reflex and the origin check need; nothing else of a websocket's headers is kept, nor what proxies add."""


def cookie_name() -> str:
    return "__Host-chat_stream_session" if settings().is_https else "chat_stream_session"


class SessionCookie:
    """ASGI middleware for websockets."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            scope = {**scope, "headers": await _without_secrets(scope["headers"])}
        await self._app(scope, receive, send)


async def _without_secrets(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    kept = [(name, value) for name, value in headers if name in _NEEDED]
    cookies = b"; ".join(value for name, value in headers if name == b"cookie")
    token = _token(cookies.decode("latin-1"))
    session_id = await worker().accounts.session_id(token) if token else None
    if session_id:
        kept.append((SESSION_HEADER.encode(), session_id.encode()))
    return kept


def _token(cookies: str) -> str:
    try:
        morsel = SimpleCookie(cookies).get(cookie_name())
    except CookieError:
        return ""
    return morsel.value if morsel else ""
