"""engine.io's wait for the next packet of a socket, without a task for each.

Before Python 3.12, `asyncio.wait_for` makes a task of what it waits for: half of what a packet cost from the socket's
queue to the server. `asyncio.timeout` does the same without.
"""

import asyncio
import sys
from typing import Any

from engineio.async_socket import AsyncSocket  # pyright: ignore[reportMissingTypeStubs]
from engineio.exceptions import QueueEmpty  # pyright: ignore[reportMissingTypeStubs]

THEIRS = AsyncSocket.poll


def poll_without_tasks() -> None:
    """From now on, in all of this process."""
    if sys.version_info < (3, 12):
        AsyncSocket.poll = poll


async def poll(self: Any) -> list[Any]:
    """The packets in the socket's queue, as soon as there are any; empty at the end of the connection."""
    queue, server = self.queue, self.server
    if queue.empty():
        try:
            async with asyncio.timeout(server.ping_interval + server.ping_timeout):
                packets = [await queue.get()]
        except (TimeoutError, asyncio.CancelledError):
            raise QueueEmpty from None
    else:
        packets = [queue.get_nowait()]
    queue.task_done()
    if packets == [None]:
        return []
    while not queue.empty():
        packet = queue.get_nowait()
        queue.task_done()
        if packet is None:
            queue.put_nowait(None)
            break
        packets.append(packet)
    return packets
