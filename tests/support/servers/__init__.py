"""PostgreSQL and Redis for tests: one of each per session, on free ports, and ended with it."""

from tests.support.servers.postgresql import PostgreSQL
from tests.support.servers.redis import RedisServer

__all__ = ["PostgreSQL", "RedisServer"]
