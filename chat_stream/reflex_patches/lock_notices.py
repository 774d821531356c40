"""Makes Redis keep telling Reflex when the lock on a tab's state is released.

Reflex turns these notices on once, when it starts. A restarted Redis has them off again; each event that finds a lock
would then wait until the lock could have expired, ten seconds.
"""

from contextlib import suppress
from functools import partial

from redis.asyncio import Redis
from redis.exceptions import ResponseError
from reflex.istate.manager.redis import enable_keyspace_notifications
from reflex.utils.prerequisites import get_redis

from chat_stream.tasks import every

INTERVAL = 2.0
"""Seconds between two attempts, which is about as long as a restarted Redis is without notices."""


async def keep_lock_notices() -> None:
    """Turns them on again and again, until cancelled. Where that isn't allowed, Redis' own configuration has them."""
    if redis := get_redis():
        await every(INTERVAL, partial(_turn_on, redis), "lock notices")


async def _turn_on(redis: Redis) -> None:
    with suppress(ResponseError):  # it isn't allowed to
        await enable_keyspace_notifications(redis)
