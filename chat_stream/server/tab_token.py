"""Binds Reflex's name of a tab to the session that the tab proved.

Reflex gives the state behind a name to whoever knows the name. Invariant: states are stored under a name made from the
client's name and the session, so a stolen name without its cookie leads to an empty state.
"""

import uuid
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from chat_stream.accounts import SESSION_HEADER

_NAMESPACE = uuid.UUID("5d0f6fcb-9d63-4d0c-8a0a-7b0f3a5f2b61")


class TabToken:
    """ASGI middleware for websockets. It must stand behind the one that checks the session."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            session_id = Headers(scope=scope).get(SESSION_HEADER, "")
            scope = {**scope, "query_string": _bound(scope["query_string"], session_id)}
        await self._app(scope, receive, send)


def _bound(query_string: bytes, session_id: str) -> bytes:
    query = parse_qs(query_string.decode("latin-1"))
    given = query.pop("token", [""])[0]
    query["token"] = [str(uuid.uuid5(_NAMESPACE, f"{session_id}/{given}"))]
    return urlencode(query, doseq=True).encode()
