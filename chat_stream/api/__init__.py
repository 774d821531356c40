"""HTTP beside the page: signing up, in and out, the cookie that proves it, and the messages' streams.

Requests come in, use cases are called, JSON goes out. No Reflex state and no SQL enters here.
"""

from chat_stream.api.app import api
from chat_stream.api.body_limit import BodyLimit
from chat_stream.api.open_sockets import OpenSockets
from chat_stream.api.safe_headers import SafeHeaders
from chat_stream.api.session_cookie import SessionCookie
from chat_stream.api.socket_limit import SocketLimit
from chat_stream.api.tab_token import TabToken

__all__ = ["BodyLimit", "OpenSockets", "SafeHeaders", "SessionCookie", "SocketLimit", "TabToken", "api"]
