"""ASGI middleware in front of Reflex, for every request and socket: cookies, sizes, addresses, stopping.

ASGI messages come in and go on. No Reflex state and no use case of a chat enters here. `chat_stream.py` has the order
in which they stand. Which origins may open a socket is `cors_allowed_origins` in `rxconfig.py`.
"""

from chat_stream.server.body_limit import BodyLimit
from chat_stream.server.safe_headers import SafeHeaders
from chat_stream.server.session_cookie import SessionCookie
from chat_stream.server.socket_limit import SocketLimit
from chat_stream.server.tab_token import TabToken

__all__ = ["BodyLimit", "SafeHeaders", "SessionCookie", "SocketLimit", "TabToken"]
