"""Tells which failures of a database will pass, and waits until they have."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog
from sqlalchemy.exc import DBAPIError, InterfaceError, InternalError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

Result = TypeVar("Result")

DATABASE_FAILED = (SQLAlchemyError, OSError)
"""The exceptions of a database that is locked, full, restarted or gone, and of many other failures: see
`is_passing`."""
PASSING = frozenset({"08", "25", "40", "53", "55", "57", "58", "XX"})
"""PostgreSQL's error classes that aren't the statement's fault: connection lost, read-only or aborted transaction,
deadlock, resources, locks, restart, system. https://www.postgresql.org/docs/current/errcodes-appendix.html"""
PAUSE = 0.25
"""Seconds between two tries."""

log = structlog.get_logger()


def is_passing(error: BaseException) -> bool:
    """Whether the same statement can succeed later. If not, the database refuses what the statement contains."""
    if not isinstance(error, DBAPIError):
        return isinstance(error, (OSError, PoolTimeout))
    if code := getattr(error.orig, "sqlstate", None):
        return code[:2] in PASSING
    # asyncpg reports a connection that died during a statement as being in the wrong state (an error in the client),
    # and a text that it can't encode as a misuse of the interface.
    is_refused = isinstance(getattr(error.orig, "__cause__", None), ValueError)
    return isinstance(error, (OperationalError, InterfaceError, InternalError)) and not is_refused


async def patiently(read: Callable[[], Awaitable[Result]]) -> Result:
    """Repeats a read until the database responds, so that follows survive a restart of the database."""
    while True:
        try:
            return await read()
        except DATABASE_FAILED as error:
            if not is_passing(error):
                raise
            log.warning("database.read_failed", error=str(error))
        await asyncio.sleep(PAUSE)
