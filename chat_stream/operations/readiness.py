"""Whether a worker can serve: a few checks, run concurrently, each with a time limit."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from redis.exceptions import RedisError
from sqlalchemy.exc import SQLAlchemyError

CHECK_TIMEOUT = 2.0
"""Seconds for each check. Whoever asks waits about as long, and takes silence for a no."""
OK = "ok"

Check = Callable[[], Awaitable[object]]


class NotReady(Exception):
    """A check that failed, with a sentence for the operator."""


class Readiness:
    """The checks by name. A check fails if it raises, or doesn't return in time."""

    def __init__(self, checks: Mapping[str, Check]) -> None:
        self._checks = dict(checks)

    async def ask(self) -> dict[str, str]:
        """Runs all checks. Returns `ok` for each, or a sentence that says what is missing."""
        answers = await asyncio.gather(*(_answer(check) for check in self._checks.values()))
        return dict(zip(self._checks, answers, strict=True))


async def _answer(check: Check) -> str:
    try:
        async with asyncio.timeout(CHECK_TIMEOUT):
            await check()
    except NotReady as missing:
        return str(missing)
    except TimeoutError:
        return f"no answer within {CHECK_TIMEOUT:g} seconds"
    except (SQLAlchemyError, RedisError, OSError) as error:
        # Only the kind of error: its message can contain addresses and text of people.
        return f"doesn't answer ({type(error).__name__})"
    return OK
