"""The loop for everything that a process repeats.

Invariant: no failure ends the loop. Each failure is logged. Only a cancellation passes through.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import structlog
from redis.exceptions import RedisError
from sqlalchemy.exc import SQLAlchemyError

Step = Callable[[], Awaitable[object]]

PASSING = (SQLAlchemyError, RedisError, OSError)
"""Errors of a database or Redis that is locked, restarted or gone. They are logged in one line. Any other error is a
mistake in the code, and is logged with its traceback."""

log = structlog.get_logger()


async def every(
    seconds: float,
    step: Step,
    name: str,
    *,
    sooner: asyncio.Event | None = None,
    longest: float = 0.0,
    goes_on: Callable[[], bool] = lambda: True,
) -> None:
    """Runs a step immediately, and then again and again, until cancelled.

    Args:
        seconds: The pause from the end of a step to the beginning of the next.
        name: The step's name in the log.
        sooner: An event that ends the pause.
        longest: The longest pause in seconds: each failure in a row doubles the pause up to this. A step that failed
            after a longer time than this counts as having worked.
        goes_on: Called before each step. The loop returns when it returns False.
    """
    clock = asyncio.get_running_loop().time
    pause, longest = seconds, max(seconds, longest)
    while goes_on():
        began = clock()
        try:
            await step()
            pause = seconds
        except Exception as error:  # noqa: BLE001  # the edge of a task: it is logged
            _tell(name, error)
            pause = seconds if clock() - began > longest else min(longest, 2 * pause)
        await _wait(pause, sooner)


async def _wait(seconds: float, sooner: asyncio.Event | None) -> None:
    if sooner is None:
        await asyncio.sleep(seconds)
        return
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await sooner.wait()
    sooner.clear()


def _tell(name: str, error: Exception) -> None:
    event = f"{name}.failed"
    error = _first(error)
    if isinstance(error, PASSING):
        log.warning(event, error=str(error) or repr(error))
    else:
        log.error(event, exc_info=error)


def _first(error: Exception) -> Exception:
    """The first error of a group of tasks, or the error itself."""
    if not isinstance(error, ExceptionGroup):
        return error
    return _first(error.exceptions[0])  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
