"""Makes Redis keep telling Reflex when the lock on a tab's state is released.

Reflex turns these notices on once, when it starts. A restarted Redis has them off again; each event that finds a lock
would then wait until the lock could have expired, ten seconds.
"""

import asyncio
from contextlib import suppress
from inspect import iscoroutinefunction

from redis.exceptions import RedisError
from reflex.istate.manager.redis import enable_keyspace_notifications
from reflex.utils.prerequisites import get_redis

from chat_stream.reach import Reach

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
    redis = get_redis()
    while redis:
        with suppress(RedisError, OSError):
            await enable_keyspace_notifications(redis)
        await asyncio.sleep(INTERVAL)
