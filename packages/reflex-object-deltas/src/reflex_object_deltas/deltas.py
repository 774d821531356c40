"""The server half: sends operations on the websocket of the tab whose event is being handled.

Reflex's own deltas send a changed var whole and need the state's lock; these need neither. They are an event of their
own on Reflex's socket, because the names that Reflex puts around a delta are as long as a word or two. Relies on three
things that Reflex and socket.io don't document, each pinned by a test: how an event is put into a packet, the token
manager's map from token to socket, and engine.io's sockets.
"""

import asyncio
import json
from collections.abc import Sequence
from typing import Any

from engineio.packet import MESSAGE, Packet  # pyright: ignore[reportMissingTypeStubs]
from reflex_base.event.context import EventContext
from reflex_base.registry import RegistrationContext

from reflex_object_deltas.operations import Operation

EVENT = "~"
"""The event that the page half listens to. Reflex has none with this name."""
QUEUE_BOUND = 2
"""Packets that may wait in a socket's queue before nothing more is put there."""
LONGEST_NAP = 0.1
"""Seconds between two looks at a socket that can't take more."""

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


class Outlet:
    """One socket: the one through which the current event came.

    Everything goes to this socket or nowhere: when the tab comes back with another one, it reports again
    what it has.

    Args:
        run: The number that the page gave to this subscription. It drops what isn't of its newest one. None says
            that the operations answer no subscription, and always count.
    """

    def __init__(self, run: int | None = None) -> None:
        self._tag = [] if run is None else [run]
        self._token = EventContext.get().token
        self._app: Any = RegistrationContext.get().app
        self._namespace: Any = self._app.event_namespace
        self._tokens: Any = self._namespace._token_manager
        self._sid = self._sid_here()
        self._sockets: Any = self._app.sio.eio.sockets
        self._engine_sid = self._app.sio.manager.eio_sid_from_sid(self._sid, self._namespace.namespace)

    @property
    def is_open(self) -> bool:
        return self._sid is not None and self._sid_here() == self._sid

    async def emit(self, operations: Sequence[Operation]) -> bool:
        """Sends the operations as one delta, as soon as the socket can take it; False if it is gone."""
        if operations and await self._has_room() and (socket := self._socket()):
            socket.queue.put_nowait(packet_of([*self._tag, *operations], self._namespace.namespace))
        return self.is_open

    def drop(self) -> None:
        """Closes the connection as if the network had lost it, so that the tab comes back and reports what it has."""
        if self.is_open and (socket := self._socket()):
            socket.queue.put_nowait(None)  # engine.io's writer takes this for the end

    async def waited_for_room(self) -> bool:
        """Returns when the socket can take something, and whether that took a while."""
        if self._waiting_packets() < QUEUE_BOUND:
            return False
        await self._has_room()
        return True

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

    def _sid_here(self) -> str | None:
        """The tab's socket, if it is on this worker: Reflex knows others too, and would send to them."""
        record = self._tokens.token_to_socket.get(self._token)
        return record.sid if record and record.instance_id == self._tokens.instance_id else None

    def _waiting_packets(self) -> int:
        socket = self._socket()
        return socket.queue.qsize() if socket else 0

    def _socket(self) -> Any:
        return self._sockets.get(self._engine_sid)


def packet_of(delta: Sequence[Any], namespace: str) -> Packet:
    """The packet that socket.io would make of this event. Its own way takes a task for each, and many times as long."""
    return Packet(MESSAGE, f"2{namespace},{_encode([EVENT, *delta])}")


async def emit(*operations: Operation) -> None:
    """Sends operations to the tab whose event is being handled."""
    await Outlet().emit(operations)
