"""HTTP beside the page: signing up, in and out, the session cookie, and the streams of messages.

Requests come in, use cases are called, JSON goes out. No Reflex state and no SQL enters here.
"""

from chat_stream.api.app import api

__all__ = ["api"]
