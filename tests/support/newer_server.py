"""The app as a later version may be: it speaks one version more, with an operation that today's pages don't know."""

from collections.abc import Sequence
from typing import Any

from chat_stream.chat_stream import app as app
from reflex_object_deltas import Outlet, outlet, protocol

NEWER = protocol.VERSION + 1
NEW_OPERATION: Any = ("*", "messages", "what a newer server says")

_their_emit = Outlet.emit


async def _emit(self: Outlet, operations: Sequence[Any]) -> bool:
    understands = self.page_version >= NEWER
    return await _their_emit(self, [*operations, NEW_OPERATION] if operations and understands else operations)


Outlet.emit = _emit
outlet.VERSION = NEWER
