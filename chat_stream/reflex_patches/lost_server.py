"""Handles tabs whose event failed because Redis or the database couldn't be reached.

Such a tab may not be hydrated, and may follow nothing. Its connection is closed as if the network had lost it: the tab
reconnects until it is served, and reports what it has. Otherwise it could wait for ever for an answer.
"""

from contextlib import suppress
from inspect import signature

import reflex as rx
from redis.exceptions import RedisError
from reflex.app import default_backend_exception_handler
from reflex_base.utils.exceptions import LockExpiredError
from sqlalchemy.exc import SQLAlchemyError

from chat_stream.database import is_passing
from chat_stream.reach import Reach
from reflex_object_deltas import Outlet

REACHES = (
    Reach(
        "reflex",
        "`default_backend_exception_handler`",
        missing="a documented way to let Reflex handle what one's own handler of failures doesn't",
        otherwise="failures of event handlers would be told to nobody",
        is_there=lambda: len(signature(default_backend_exception_handler).parameters) == 1,
    ),
)

_LOST = (RedisError, LockExpiredError, ConnectionError, TimeoutError)


def handle_failure(exception: Exception) -> rx.event.EventSpec | None:
    """Reflex calls this with each exception from an event handler or from its state store."""
    is_lost = isinstance(exception, _LOST) or (isinstance(exception, SQLAlchemyError) and is_passing(exception))
    if not is_lost:
        return default_backend_exception_handler(exception)
    with suppress(LookupError):  # an event without a tab
        Outlet().drop()
    return None
