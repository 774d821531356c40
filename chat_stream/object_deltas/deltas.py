"""The server half: puts operations on the websocket of the tab whose event is being handled.

Reflex's own deltas send a changed var whole and need the state's lock; these need neither. Relies on four
things of Reflex that it doesn't document, each pinned by a test: `EventContext.emit_delta`, the page handing
`delta[name]` to `dispatch[name]`, the socket namespace's maps from token to socket, and engine.io's queue.
"""

import asyncio
from collections.abc import Sequence
from typing import Any

from reflex_base.event.context import EventContext
from reflex_base.registry import RegistrationContext

from chat_stream.object_deltas.operations import Operation

DISPATCH_KEY = "~"
"""No state has this name; the page half listens to it."""
QUEUE_BOUND = 2
"""Packets that may wait in a socket's queue before nothing more is put there."""
LONGEST_NAP = 0.1
"""Seconds between two looks at a socket that can't take more."""


class Outlet:
    """One socket: the one through which the current event came.

    Everything goes to this socket or nowhere: when the tab comes back with another one, it says anew what
    it has.

    Args:
        run: The number that the page gave to this subscription. It drops what isn't of its newest one. None says
            that the operations answer no subscription, and always count.
    """

    def __init__(self, run: int | None = None) -> None:
        self._tag = [] if run is None else [run]
        self._context = EventContext.get()
        self._app: Any = RegistrationContext.get().app
        self._namespace: Any = self._app.event_namespace
        self._sid: str | None = self._namespace.token_to_sid.get(self._context.token)

    @property
    def is_open(self) -> bool:
        return self._sid is not None and self._namespace.token_to_sid.get(self._context.token) == self._sid

    async def emit(self, operations: Sequence[Operation]) -> bool:
        """Sends the operations as one delta, as soon as the socket can take it; False if it is gone."""
        if operations and await self._has_room():
            await self._context.emit_delta({DISPATCH_KEY: [*self._tag, *operations]})  # pyright: ignore[reportArgumentType]
        return self.is_open

    async def closed(self) -> None:
        """Returns about a second after the socket is gone, however that came."""
        while self.is_open:  # noqa: ASYNC110  # Reflex tells nobody of a socket that went away
            await asyncio.sleep(1)

    async def _has_room(self) -> bool:
        nap = 0.005
        while self.is_open and self._waiting_packets() >= QUEUE_BOUND:
            await asyncio.sleep(nap)
            nap = min(LONGEST_NAP, nap * 2)
        return self.is_open

    def _waiting_packets(self) -> int:
        eio_sid = self._app.sio.manager.eio_sid_from_sid(self._sid, self._namespace.namespace)
        socket = self._app.sio.eio.sockets.get(eio_sid)
        return socket.queue.qsize() if socket else 0


async def emit(*operations: Operation) -> None:
    """Sends operations to the tab whose event is being handled."""
    await Outlet().emit(operations)
