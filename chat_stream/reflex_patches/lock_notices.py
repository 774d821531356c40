"""Keeps Redis telling Reflex when the lock on a tab's state is free.

Reflex turns these notices on once, when it starts. A Redis that was restarted has forgotten it; then each event that
meets a lock would wait until the lock could have expired, ten seconds.
"""

import asyncio
from contextlib import suppress

from redis.exceptions import RedisError
from reflex.istate.manager.redis import enable_keyspace_notifications
from reflex.utils.prerequisites import get_redis

INTERVAL = 2.0
"""Seconds, about as long as a restarted Redis is without them."""


async def keep_lock_notices() -> None:
    """Turns them on again and again, until cancelled. Where that isn't allowed, Redis' own configuration has them."""
    redis = get_redis()
    while redis:
        with suppress(RedisError, OSError):
            await enable_keyspace_notifications(redis)
        await asyncio.sleep(INTERVAL)
