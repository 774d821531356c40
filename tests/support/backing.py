"""The services behind a worker: SQLite and memory, or PostgreSQL and Redis."""

from dataclasses import dataclass

import pytest

from chat_stream.config import Settings
from chat_stream.limits.settings import LimitSettings

SQLITE, POSTGRESQL = "sqlite", "postgresql"


def only_on(name: str) -> pytest.MarkDecorator:
    """For tests of what only one of the two does."""
    return pytest.mark.parametrize("backing", [name], indirect=True)


@dataclass(frozen=True, slots=True)
class Backing:
    """The addresses of a fresh database, and of a Redis where there is one."""

    database_url: str
    redis_url: str | None = None

    def settings(self, limits: LimitSettings = LimitSettings()) -> Settings:
        """Of a worker that knows one model and ends at once."""
        return Settings(
            database_url=self.database_url, redis_url=self.redis_url, models=("demo",), grace=0.2, limits=limits
        )
