"""A thread that calls what it is given, one call after the other, for an event loop that must not block."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

Result = TypeVar("Result")

Call = tuple[Callable[[], Any], "asyncio.Future[Any] | None"]
Calls = SimpleQueue[Call | None]


class OwnThread:
    """Starts at once, and ends with `end`. It is a daemon: a call that waits for a lock doesn't keep the process.

    Calls are made in the order in which they were given, also those whose caller was cancelled meanwhile.
    """

    def __init__(self, name: str) -> None:
        self._calls: Calls = SimpleQueue()
        Thread(target=_work, args=(self._calls,), name=name, daemon=True).start()

    def call(self, function: Callable[[], Result]) -> "asyncio.Future[Result]":
        """The outcome of the call, for the event loop that runs here."""
        outcome: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._calls.put((function, outcome))
        return outcome

    def post(self, function: Callable[[], object]) -> None:
        """A call whose outcome nobody waits for."""
        self._calls.put((function, None))

    def end(self) -> None:
        """The thread ends after the calls that it was given before."""
        self._calls.put(None)


def _work(calls: Calls) -> None:
    while _made(calls.get()):
        """The call is let go before the next one is waited for: it may hold the last reference to its connection."""


def _made(call: Call | None) -> bool:
    """Makes a call; False at the end."""
    if call is None:
        return False
    function, outcome = call
    try:
        result = function()
    except BaseException as error:  # noqa: BLE001  # it is the caller's
        _tell(outcome, error=error)
    else:
        _tell(outcome, result)
    return True


def _tell(outcome: "asyncio.Future[Any] | None", result: Any = None, error: BaseException | None = None) -> None:
    if outcome is not None:
        with suppress(RuntimeError):  # the event loop was closed
            outcome.get_loop().call_soon_threadsafe(_set, outcome, result, error)


def _set(outcome: "asyncio.Future[Any]", result: Any, error: BaseException | None) -> None:
    if outcome.done():  # cancelled
        return
    if error is None:
        outcome.set_result(result)
    else:
        outcome.set_exception(error)
