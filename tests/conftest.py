"""Fixtures that several kinds of tests share: a fresh database, a worker, people.

What uses a worker runs twice, on SQLite with the hub in memory and on PostgreSQL with the hub on Redis, unless a test
says `only_on`.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from chat_stream.worker import Worker
from tests.support.backing import POSTGRESQL, SQLITE, Backing
from tests.support.database import create_tables, fresh_database_url
from tests.support.model import ScriptedModel
from tests.support.people import Person, sign_up
from tests.support.servers import PostgreSQL, RedisServer


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    with PostgreSQL() as server:
        yield server


@pytest.fixture(scope="session")
def template(postgresql: PostgreSQL) -> str:
    """A database with all tables, which others are copied from."""
    name = asyncio.run(postgresql.create())
    asyncio.run(create_tables(postgresql.url(name)))
    return name


@pytest.fixture(scope="session")
def redis_server() -> Iterator[RedisServer]:
    with RedisServer() as server:
        yield server


@pytest.fixture
async def on_sqlite(tmp_path: Path) -> Backing:
    return Backing(await fresh_database_url(tmp_path))


@pytest.fixture
async def on_postgresql(postgresql: PostgreSQL, template: str, redis_server: RedisServer) -> AsyncIterator[Backing]:
    name = await postgresql.create(template)
    async with redis_server.client() as redis:
        await redis.flushall()  # what was counted for other tests
    yield Backing(postgresql.url(name), redis_server.url)
    await postgresql.drop(name)


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def backing(request: pytest.FixtureRequest) -> Backing:
    return request.getfixturevalue(f"on_{request.param}")


@pytest.fixture
def model() -> ScriptedModel:
    return ScriptedModel()


@pytest.fixture
async def worker(backing: Backing, model: ScriptedModel) -> AsyncIterator[Worker]:
    async with Worker(backing.settings(), model.stream).running() as worker:
        yield worker


@pytest.fixture
async def alice(worker: Worker) -> Person:
    return await sign_up(worker, "Alice")


@pytest.fixture
async def bob(worker: Worker) -> Person:
    return await sign_up(worker, "Bob")
