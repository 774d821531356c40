"""The one loop of everything that is done again and again.

Invariant: no failure ends it. Each is logged and the loop goes on; only a cancellation passes through.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import structlog
from redis.exceptions import RedisError
from sqlalchemy.exc import SQLAlchemyError

Step = Callable[[], Awaitable[object]]

PASSING = (SQLAlchemyError, RedisError, OSError)
"""What a database or a Redis raises that is locked, restarted or gone. It is told in a line; any other failure is a
mistake in the code, and is told with its traceback."""

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
    """Does a step at once, and then again and again, until cancelled.

    Args:
        seconds: The pause from the end of a step to the beginning of the next, so that a slow step is never due again
            as soon as it is done.
        name: What the log calls the step.
        sooner: Ends the pause when it is set.
        longest: Seconds. Failures in a row double the pause up to this; a step that lasted longer before it failed
            had worked, and the pauses begin from the shortest again.
        goes_on: Asked before each step. The loop returns when it says no.
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
    """Of a group of tasks, the first failure."""
    if not isinstance(error, ExceptionGroup):
        return error
    return _first(error.exceptions[0])  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
