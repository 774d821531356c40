"""The Redis client for the hub."""

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

TIMEOUT = 5.0
"""Seconds that sending to Redis may take before the connection counts as lost.

Not the client's own `socket_timeout`: on Python 3.11 it can swallow a cancellation.
"""


def client(url: str) -> Redis:
    """A client that raises on each failure instead of retrying: after a failure, the hub must look up what it
    missed."""
    return Redis.from_url(url, retry=Retry(NoBackoff(), 0))  # pyright: ignore[reportUnknownMemberType]
