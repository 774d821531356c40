"""Two servers on one PostgreSQL and one Redis, behind one address."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from tests.exactness.backend import settings_for
from tests.exactness.rows import PostgreSQLRows, Rows
from tests.exactness.venue import Venue, http_session
from tests.support.balancer import Balancer
from tests.support.provider import ScriptedProvider
from tests.support.servers import PostgreSQL, RedisServer
from tests.support.site import Address, Server, Site, free_port

WORKERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster(Venue):
    """`server` is the first of the `backends`."""

    balancer: Balancer
    backends: list[Server]
    postgresql: PostgreSQL
    redis: RedisServer
    database_url: str

    @property
    def front(self) -> Address:
        return self.balancer

    @property
    def servers(self) -> list[Server]:
        return self.backends

    def rows(self) -> Rows:
        return PostgreSQLRows(self.database_url)


@asynccontextmanager
async def cluster_in(folder: Path, site: Site | None = None, **settings: str) -> AsyncGenerator[Cluster]:
    """Running, with servers of its own, so that each of them can be ended; with pages where there is a site."""
    async with AsyncExitStack() as stack:
        provider = await stack.enter_async_context(ScriptedProvider())
        http: aiohttp.ClientSession = await stack.enter_async_context(http_session())
        postgresql, redis = stack.enter_context(PostgreSQL()), stack.enter_context(RedisServer())
        database_url = postgresql.url(await postgresql.create())
        ports = [free_port() for _ in range(WORKERS)]
        balancer = await stack.enter_async_context(Balancer(ports))
        environment = {
            **settings_for(provider),
            "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true" if site else "false",
            "CHAT_STREAM_PUBLIC_URL": balancer.url,
            "DATABASE_URL": database_url,
            "REDIS_URL": redis.url,
            **settings,
        }
        backends = [_backend(folder / str(port), port, site, environment) for port in ports]
        for backend in backends:
            stack.callback(backend.kill)
        await asyncio.to_thread(backends[0].start)  # it also brings the database to head
        for backend in backends[1:]:
            backend.is_migrated = True
            await asyncio.to_thread(backend.start)
        yield Cluster(
            backends[0],
            provider,
            http,
            balancer=balancer,
            backends=backends,
            postgresql=postgresql,
            redis=redis,
            database_url=database_url,
        )


def _backend(folder: Path, port: int, site: Site | None, environment: dict[str, str]) -> Server:
    folder.mkdir()
    if site:
        return site.server(folder, port, **environment)
    return Server(port, folder, environment)
