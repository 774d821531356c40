"""Learning that this process was told to stop before its server waits for open requests to end.

Granian first lets requests end and only then ends the app's lifespan; a live read would hold up both for a minute.
Relies on where asyncio keeps a loop's signal handlers, which it doesn't document, so a test with a real server pins it.
"""

import asyncio
import signal
from collections.abc import Callable


def on_stop_signal(call: Callable[[], None]) -> None:
    """Calls before the server's own handlers run; never, where the server has none on the running loop."""
    loop = asyncio.get_running_loop()
    handlers: dict[int, asyncio.Handle] = getattr(loop, "_signal_handlers", {})
    for number in (signal.SIGINT, signal.SIGTERM):
        if server := handlers.get(number):
            loop.add_signal_handler(number, _call_both, call, server)


def _call_both(call: Callable[[], None], server: asyncio.Handle) -> None:
    call()
    server._run()  # pyright: ignore[reportPrivateUsage, reportUnknownMemberType, reportAttributeAccessIssue]
