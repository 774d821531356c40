"""ASGI middleware in front of Reflex, for every request and socket: cookies, origins, sizes, addresses, stopping.

ASGI messages come in and go on. No Reflex state and no use case of a chat enters here.
"""

from chat_stream.server.body_limit import BodyLimit
from chat_stream.server.safe_headers import SafeHeaders
from chat_stream.server.session_cookie import SessionCookie
from chat_stream.server.socket_limit import SocketLimit
from chat_stream.server.tab_token import TabToken

__all__ = ["BodyLimit", "SafeHeaders", "SessionCookie", "SocketLimit", "TabToken"]
