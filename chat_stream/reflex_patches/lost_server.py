"""What becomes of a tab whose event couldn't be handled because Redis or the database was away.

It may not have been hydrated, or follow nothing. Its connection is ended as if the network had lost it: it comes back,
until it is served, and says what it has. A page that waits for an answer that never comes would be worse.
"""

from contextlib import suppress

import reflex as rx
from redis.exceptions import RedisError
from reflex.app import default_backend_exception_handler
from reflex_base.utils.exceptions import LockExpiredError
from sqlalchemy.exc import SQLAlchemyError

from chat_stream.database import is_passing
from chat_stream.object_deltas import Outlet

_LOST = (RedisError, LockExpiredError, ConnectionError, TimeoutError)


def handle_failure(exception: Exception) -> rx.event.EventSpec | None:
    """Reflex calls this with what an event handler, or its store of states, raised."""
    is_lost = isinstance(exception, _LOST) or (isinstance(exception, SQLAlchemyError) and is_passing(exception))
    if not is_lost:
        return default_backend_exception_handler(exception)
    with suppress(LookupError):  # an event of no tab
        Outlet().drop()
    return None
