"""Stands in front of Reflex: checks the session cookie, and keeps it out of Reflex's state.

Reflex stores a websocket's headers with its state. Invariant: the token never gets there. Instead, the session's id
does, in a header that only this middleware can set.
"""

from http.cookies import CookieError, SimpleCookie

from starlette.types import ASGIApp, Receive, Scope, Send

from chat_stream.accounts import SESSION_HEADER, Proof
from chat_stream.config import settings
from chat_stream.worker import worker

Headers = list[tuple[bytes, bytes]]

WHO = "chat_stream.user_id"
"""The key in a websocket's scope for the id of its user; empty if nobody is signed in. Middleware behind this one can
read it."""

_NEEDED = (b"host", b"origin", b"upgrade", b"connection")
"""The headers that Reflex and the origin check need. All others are removed, including those that proxies add."""


def cookie_name() -> str:
    return "__Host-chat_stream_session" if settings().is_https else "chat_stream_session"


class SessionCookie:
    """ASGI middleware for websockets."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            proof = await _proof(scope["headers"])
            headers = _without_secrets(scope["headers"], proof.session_id if proof else "")
            scope = {**scope, "headers": headers, WHO: proof.user_id if proof else ""}
        await self._app(scope, receive, send)


async def _proof(headers: Headers) -> Proof | None:
    cookies = b"; ".join(value for name, value in headers if name == b"cookie")
    token = _token(cookies.decode("latin-1"))
    return await worker().people.accounts.sessions.of_token(token) if token else None


def _without_secrets(headers: Headers, session_id: str) -> Headers:
    kept = [(name, value) for name, value in headers if name in _NEEDED]
    return [*kept, (SESSION_HEADER.encode(), session_id.encode())] if session_id else kept


def _token(cookies: str) -> str:
    try:
        morsel = SimpleCookie(cookies).get(cookie_name())
    except CookieError:
        return ""
    return morsel.value if morsel else ""
