"""Which failures of a database pass by themselves, and waiting until they have."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog
from sqlalchemy.exc import DBAPIError, InterfaceError, InternalError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

Result = TypeVar("Result")

DATABASE_FAILED = (SQLAlchemyError, OSError)
"""What a database raises that is locked, full, restarted or gone, and much else: see `is_passing`."""
PASSING = frozenset({"08", "25", "40", "53", "55", "57", "58", "XX"})
"""PostgreSQL's classes of errors of which the statement is innocent: connection lost, read-only or aborted transaction,
deadlock, resources, locks, restart, system. https://www.postgresql.org/docs/current/errcodes-appendix.html"""
PAUSE = 0.25
"""Seconds between two tries."""

log = structlog.get_logger()


def is_passing(error: BaseException) -> bool:
    """Whether the same statement can succeed later. If not, the database refuses what it was given."""
    if not isinstance(error, DBAPIError):
        return isinstance(error, (OSError, PoolTimeout))
    if code := getattr(error.orig, "sqlstate", None):
        return code[:2] in PASSING
    # asyncpg says of a connection that died in mid-statement that it is in the wrong state, an error within the client,
    # and of a text that it can't encode that the interface was misused.
    is_refused = isinstance(getattr(error.orig, "__cause__", None), ValueError)
    return isinstance(error, (OperationalError, InterfaceError, InternalError)) and not is_refused


async def patiently(read: Callable[[], Awaitable[Result]]) -> Result:
    """Reads again until the database answers: who follows a chat waits while it is restarted, and then goes on."""
    while True:
        try:
            return await read()
        except DATABASE_FAILED as error:
            if not is_passing(error):
                raise
            log.warning("database.read_failed", error=str(error))
        await asyncio.sleep(PAUSE)
