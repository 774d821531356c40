"""The server half: sends operations on the websocket of the tab whose event is being handled.

Reflex's own deltas send a changed var whole and need the state's lock; these need neither. They are an event of their
own on Reflex's socket, because the names that Reflex puts around a delta are as long as a word or two.
"""

import asyncio
from collections.abc import Sequence

from reflex_object_deltas.operations import Operation, Version
from reflex_object_deltas.protocol import VERSION
from reflex_object_deltas.reflex_insides import TabSocket

QUEUE_BOUND = 2
"""Packets that may wait in a socket's queue before nothing more is put there."""
LONGEST_NAP = 0.1
"""Seconds between two looks at a socket that can't take more."""


class Outlet:
    """One socket: the one through which the current event came.

    Everything goes to this socket or nowhere: when the tab comes back with another one, it reports again
    what it has.

    Args:
        run: The number that the page gave to this subscription. It drops what isn't of its newest one. None says
            that the operations answer no subscription, and always count.

    Raises:
        NoTab: No event of a tab is being handled.
    """

    def __init__(self, run: int | None = None) -> None:
        self._socket = TabSocket()
        self._run = [] if run is None else [run]
        self._greeting = self._version_spoken() if self._run else []

    @property
    def is_open(self) -> bool:
        return self._socket.is_open

    @property
    def page_version(self) -> int:
        """The version of the protocol that the page speaks; 0 for a page from before versions."""
        return self._socket.page_version

    async def emit(self, operations: Sequence[Operation]) -> bool:
        """Sends the operations as one delta, as soon as the socket can take it; False if it is gone.

        Raises:
            ObjectMapMisused: A value can't be written as JSON.
        """
        if operations and await self._has_room():
            self._socket.send([*self._run, *self._greeting, *operations])
            self._greeting = []
        return self.is_open

    def drop(self) -> None:
        """Closes the connection as if the network had lost it, so that the tab comes back and reports what it has."""
        if self.is_open:
            self._socket.end()

    async def waited_for_room(self) -> bool:
        """Returns when the socket can take something, and whether that took a while."""
        if self._socket.waiting_packets < QUEUE_BOUND:
            return False
        await self._has_room()
        return True

    async def closed(self) -> None:
        """Returns about a second after the socket is gone, however that came."""
        while self.is_open:  # noqa: ASYNC110  # Reflex tells nobody of a socket that went away
            await asyncio.sleep(1)

    async def _has_room(self) -> bool:
        nap = 0.005
        while self.is_open and self._socket.waiting_packets >= QUEUE_BOUND:
            await asyncio.sleep(nap)
            nap = min(LONGEST_NAP, nap * 2)
        return self.is_open

    def _version_spoken(self) -> list[Version]:
        """Begins a run, for a page that knows of versions."""
        return [("v", min(VERSION, self.page_version))] if self.page_version else []


async def emit(*operations: Operation) -> None:
    """Sends operations to the tab whose event is being handled."""
    await Outlet().emit(operations)
