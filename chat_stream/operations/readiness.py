"""Whether a worker can serve: a few questions, asked at once, each answered within seconds or not at all."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from redis.exceptions import RedisError
from sqlalchemy.exc import SQLAlchemyError

PATIENCE = 2.0
"""Seconds for each answer. Whoever asks waits about as long, and then takes silence for a no."""
OK = "ok"

Check = Callable[[], Awaitable[object]]


class NotReady(Exception):
    """What is missing, in a sentence for who runs the worker."""


class Readiness:
    """The questions by their names. A check that raises, or doesn't return in time, isn't met."""

    def __init__(self, checks: Mapping[str, Check]) -> None:
        self._checks = dict(checks)

    async def ask(self) -> dict[str, str]:
        """Each check's name with `ok`, or with what is missing."""
        answers = await asyncio.gather(*(_answer(check) for check in self._checks.values()))
        return dict(zip(self._checks, answers, strict=True))


async def _answer(check: Check) -> str:
    try:
        async with asyncio.timeout(PATIENCE):
            await check()
    except NotReady as missing:
        return str(missing)
    except TimeoutError:
        return f"no answer within {PATIENCE:g} seconds"
    except (SQLAlchemyError, RedisError, OSError) as error:
        # Only the kind: an error's own words can name addresses and hold what was asked.
        return f"doesn't answer ({type(error).__name__})"
    return OK
