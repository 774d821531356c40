"""Learning that this process was told to stop before its server does anything about it.

Granian first lets requests end and only then ends the app's lifespan. A live read would hold up both for a minute.
"""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from contextlib import closing

import structlog

from chat_stream.reach import Reach


def _has_handlers() -> bool:
    with closing(asyncio.SelectorEventLoop()) as loop:
        return callable(asyncio.Handle._run) and "_signal_handlers" in vars(loop)  # pyright: ignore[reportPrivateUsage, reportUnknownMemberType, reportAttributeAccessIssue]


REACHES = (
    Reach(
        "python",
        "the handlers of signals in asyncio's event loop, and `Handle._run`",
        missing="a way to get the handler that a loop has for a signal; for granian, a hook before it stops",
        otherwise="a stop would wait a minute for each open page",
        is_there=_has_handlers,
    ),
)

log = structlog.get_logger()


def on_stop_signal(call: Callable[[], Awaitable[None]]) -> None:
    """Calls, and awaits it, before the server's own handlers run. Warns if the server has none on this loop."""
    loop = asyncio.get_running_loop()
    handlers: dict[int, asyncio.Handle] = getattr(loop, "_signal_handlers", {})
    stopping: set[asyncio.Task[None]] = set()

    def stop(server: asyncio.Handle) -> None:
        stopping.add(loop.create_task(_call_both(call, server)))

    signals = [number for number in (signal.SIGINT, signal.SIGTERM) if number in handlers]
    for number in signals:
        loop.add_signal_handler(number, stop, handlers[number])
    if not signals:  # as on uvloop and rloop, which granian takes where they are installed
        log.warning("stop.unheard", loop=type(loop).__qualname__, otherwise=REACHES[0].otherwise)


async def _call_both(call: Callable[[], Awaitable[None]], server: asyncio.Handle) -> None:
    try:
        await call()
    finally:
        server._run()  # pyright: ignore[reportPrivateUsage, reportUnknownMemberType, reportAttributeAccessIssue]
