"""Fixtures that several kinds of tests share: a fresh database, a worker, people.

Each test that uses a worker is there twice, on SQLite with the hub in memory and on PostgreSQL with the hub on Redis.
The second runs daily where a file is marked `on_both`, because the database or the hub matters there, and of all others
with `--slow`. A test that says `only_on` is there once.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from argon2.profiles import CHEAPEST

from chat_stream.accounts import passwords
from chat_stream.worker import Worker
from tests.support.backing import POSTGRESQL, SQLITE, Backing
from tests.support.database import FILE, create_tables, database_url, fresh_database_url
from tests.support.model import ScriptedModel
from tests.support.people import Person, sign_up
from tests.support.servers import PostgreSQL, RedisServer
from tests.support.site import Site
from tests.support.suite import alone, durations, selection


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="run what the daily suite leaves out, and only that")
    parser.addoption("--keep-durations", action="store_true", help="write down what each file took")


def pytest_configure(config: pytest.Config) -> None:
    alone.register(config)
    if config.getoption("--keep-durations") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(durations.Durations())


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    selection.select(config, items)
    durations.order(items)
    alone.order(items)


@pytest.fixture(scope="session", autouse=True)
def cheap_passwords() -> Iterator[None]:
    """Hundreds of people sign up here; `test_passwords.py` and the servers in a browser's tests pay the full price."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "COST", CHEAPEST)
        yield


@pytest.fixture(scope="session")
def site() -> Site:
    return Site.built()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    with PostgreSQL() as server:
        yield server


@pytest.fixture(scope="session")
def tables(postgresql: PostgreSQL) -> str:
    """A database with all tables, one for all tests, each of which finds it empty."""
    name = asyncio.run(postgresql.create())
    asyncio.run(create_tables(postgresql.url(name)))
    return name


@pytest.fixture(scope="session")
def redis_server() -> Iterator[RedisServer]:
    with RedisServer() as server:
        yield server


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database with all tables, which others are copied from."""
    folder = tmp_path_factory.mktemp("empty")
    asyncio.run(fresh_database_url(folder))
    return folder / FILE


@pytest.fixture
def on_sqlite(tmp_path: Path, empty_file: Path) -> Backing:
    shutil.copy(empty_file, tmp_path)
    return Backing(database_url(tmp_path))


@pytest.fixture
async def on_postgresql(postgresql: PostgreSQL, tables: str, redis_server: RedisServer) -> Backing:
    await postgresql.empty(tables)
    async with redis_server.client() as redis:
        await redis.flushall()  # what was counted for other tests
    return Backing(postgresql.url(tables), redis_server.url)


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
