"""Limits how often something may happen in a sliding time window. Counted in memory, or on Redis for all workers."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import structlog
from limits import RateLimitItemPerSecond
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import MovingWindowRateLimiter
from redis.asyncio import ConnectionPool
from redis.exceptions import RedisError

from chat_stream.limits.too_many import TooMany
from chat_stream.texts import Text

Counted = TypeVar("Counted")

log = structlog.get_logger()

REDIS_TIMEOUT = 1.0
"""Seconds that Redis may take to count. A request waits for it, inside of a transaction."""


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `amount` in any `seconds`. `reason` tells a person what there was too much of."""

    name: str
    amount: int
    seconds: int
    reason: Text

    @property
    def item(self) -> RateLimitItemPerSecond:
        return RateLimitItemPerSecond(self.amount, self.seconds, namespace=f"chat_stream/{self.name}")


class Rates:
    """Counts attempts. While Redis can't be reached, each worker counts on its own.

    Args:
        redis_url: Where workers count together; without it each counts for itself.
    """

    def __init__(self, redis_url: str = "") -> None:
        self._own = MovingWindowRateLimiter(MemoryStorage())
        self._pool: Any = _pool(redis_url) if redis_url else None
        self._shared = MovingWindowRateLimiter(_storage(redis_url, self._pool)) if self._pool else None

    async def take(self, rate: Rate, *who: str, amount: int = 1) -> None:
        """Counts this many more. Refused attempts aren't counted, so nobody prolongs their own waiting by asking.

        Raises:
            TooMany: There were as many as there may be.
        """

        async def wait_on(window: MovingWindowRateLimiter) -> float:
            if await window.hit(rate.item, *who, cost=amount):
                return 0
            return max(1.0, (await window.get_window_stats(rate.item, *who)).reset_time - time.time())

        if wait := await self._counted(wait_on):
            raise TooMany(rate.reason, wait)

    async def forget(self, rate: Rate, *who: str) -> None:
        """Resets a count."""
        await self._counted(lambda window: window.clear(rate.item, *who))

    async def close(self) -> None:
        if self._pool:
            await self._pool.disconnect()

    async def _counted(self, count: Callable[[MovingWindowRateLimiter], Awaitable[Counted]]) -> Counted:
        if self._shared:
            try:
                async with asyncio.timeout(REDIS_TIMEOUT):
                    return await count(self._shared)
            except (RedisError, OSError, TimeoutError) as error:
                log.warning("rates.redis_failed", error=type(error).__name__)
        return await count(self._own)


def _pool(redis_url: str) -> Any:
    return ConnectionPool.from_url(redis_url)  # pyright: ignore[reportUnknownMemberType]


def _storage(redis_url: str, pool: Any) -> RedisStorage:
    return RedisStorage(f"async+{redis_url}", implementation="redispy", connection_pool=pool)
