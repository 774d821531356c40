"""Makes Redis keep telling Reflex when the lock on a tab's state is released.

Reflex turns these notices on once, when it starts. A restarted Redis has them off again; each event that finds a lock
would then wait until the lock could have expired, ten seconds.
"""

from contextlib import suppress
from functools import partial
from inspect import iscoroutinefunction

from redis.asyncio import Redis
from redis.exceptions import ResponseError
from reflex.istate.manager.redis import enable_keyspace_notifications
from reflex.utils.prerequisites import get_redis

from chat_stream.reach import Reach
from chat_stream.tasks import every

REACHES = (
    Reach(
        "reflex",
        "`enable_keyspace_notifications`",
        missing="a store of states that turns its notices on after each reconnect to Redis",
        otherwise="after a restart of Redis each event would wait ten seconds for a lock",
        is_there=lambda: iscoroutinefunction(enable_keyspace_notifications),
    ),
)

INTERVAL = 2.0
"""Seconds between two attempts, which is about as long as a restarted Redis is without notices."""


async def keep_lock_notices() -> None:
    """Turns the notices on again and again, until cancelled. If Redis doesn't allow that, its own configuration must
    turn them on."""
    if redis := get_redis():
        await every(INTERVAL, partial(_turn_on, redis), "lock notices")


async def _turn_on(redis: Redis) -> None:
    with suppress(ResponseError):  # Redis doesn't allow it
        await enable_keyspace_notifications(redis)
