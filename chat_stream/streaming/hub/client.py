"""How Redis is reached."""

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

TIMEOUT = 5.0
"""Seconds that anything sent to Redis may take before its connection counts as lost.

Not the client's own `socket_timeout`: on Python 3.11 it can swallow a cancellation.
"""


def client(url: str) -> Redis:
    """One that tells of each failure instead of trying again: what was lost meanwhile has to be looked up."""
    return Redis.from_url(url, retry=Retry(NoBackoff(), 0))  # pyright: ignore[reportUnknownMemberType]
