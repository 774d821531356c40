"""HTTP beside the page: signing up, in and out, the cookie that proves it, and the messages' streams.

Requests come in, use cases are called, JSON goes out. No Reflex state and no SQL enters here.
"""

from chat_stream.api.app import api

__all__ = ["api"]
