"""How often something may happen within a while that moves along. Counted in memory, or on Redis for all workers."""

import time
from dataclasses import dataclass

from limits import RateLimitItemPerSecond
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import MovingWindowRateLimiter

from chat_stream.limits.too_many import TooMany


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `amount` in any `seconds`; `reason` tells a person what there was too much of."""

    name: str
    amount: int
    seconds: int
    reason: str

    @property
    def item(self) -> RateLimitItemPerSecond:
        return RateLimitItemPerSecond(self.amount, self.seconds, namespace=f"chat_stream/{self.name}")


class Rates:
    """Counts what was asked for.

    Args:
        redis_url: Where workers count together; without it each counts for itself.
    """

    def __init__(self, redis_url: str = "") -> None:
        storage = RedisStorage(f"async+{redis_url}", implementation="redispy") if redis_url else MemoryStorage()
        self._window = MovingWindowRateLimiter(storage)

    async def take(self, rate: Rate, *who: str) -> None:
        """Counts one more. What is refused isn't counted, so nobody prolongs their waiting by asking.

        Raises:
            TooMany: There were as many as there may be.
        """
        if not await self._window.hit(rate.item, *who):
            free_at = (await self._window.get_window_stats(rate.item, *who)).reset_time
            raise TooMany(rate.reason, free_at - time.time())

    async def forget(self, rate: Rate, *who: str) -> None:
        """Begins to count anew."""
        await self._window.clear(rate.item, *who)
