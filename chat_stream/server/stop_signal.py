"""Learning that this process was told to stop before its server does anything about it.

Granian first lets requests end and only then ends the app's lifespan; a live read would hold up both for a minute.
Relies on where asyncio keeps a loop's signal handlers, which it doesn't document, so a test with a real server pins it.
"""

import asyncio
import signal
from collections.abc import Awaitable, Callable


def on_stop_signal(call: Callable[[], Awaitable[None]]) -> None:
    """Calls, and awaits it, before the server's own handlers run; never, where the server has none on this loop."""
    loop = asyncio.get_running_loop()
    handlers: dict[int, asyncio.Handle] = getattr(loop, "_signal_handlers", {})
    stopping: set[asyncio.Task[None]] = set()

    def stop(server: asyncio.Handle) -> None:
        stopping.add(loop.create_task(_call_both(call, server)))

    for number in (signal.SIGINT, signal.SIGTERM):
        if server := handlers.get(number):
            loop.add_signal_handler(number, stop, server)


async def _call_both(call: Callable[[], Awaitable[None]], server: asyncio.Handle) -> None:
    try:
        await call()
    finally:
        server._run()  # pyright: ignore[reportPrivateUsage, reportUnknownMemberType, reportAttributeAccessIssue]
