"""Alive is not ready."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace

import httpx
import pytest
from sqlalchemy import text

from chat_stream.database import Database
from chat_stream.llm import is_warming_up, warm_up
from chat_stream.llm.litellm import library
from chat_stream.operations import NotReady, Readiness, SchemaVersion, readiness
from chat_stream.operations.schema import known_revisions
from chat_stream.worker import Worker
from tests.support.backing import POSTGRESQL, SQLITE, Backing, only_on
from tests.support.eventually import eventually
from tests.support.http_server import serving
from tests.support.model import ScriptedModel
from tests.support.servers import RedisServer
from tests.support.site import free_port

pytestmark = pytest.mark.on_both


@pytest.fixture
async def http(worker: Worker) -> AsyncIterator[httpx.AsyncClient]:
    async with serving() as address, httpx.AsyncClient(base_url=address) as http:
        yield http


async def stamp(database: Database, revision: str) -> None:
    async with database.write_rows() as connection:
        await connection.execute(text("CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32))"))
        await connection.execute(text("DELETE FROM alembic_version"))
        await connection.execute(text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": revision})


async def missing(http: httpx.AsyncClient) -> dict[str, str]:
    answer = await http.get("/health/ready")
    body = answer.json()
    assert (answer.status_code, body["status"]) == ((503, "not ready") if body["missing"] else (200, "ready"))
    return body["missing"]


async def test_a_worker_is_ready_whose_database_is_at_the_newest_migration(http: httpx.AsyncClient, worker: Worker):
    await stamp(worker.database, known_revisions()[0])
    assert await missing(http) == {}
    assert (await http.get("/health/live")).json() == {"status": "live"}


async def test_a_worker_before_its_migrations_is_alive_and_says_what_to_run(http: httpx.AsyncClient, worker: Worker):
    assert "alembic upgrade head" in (await missing(http))["migrations"]
    await stamp(worker.database, known_revisions()[-1])
    assert "is at migration 0001" in (await missing(http))["migrations"]
    assert (await http.get("/health/live")).status_code == 200


async def test_the_next_versions_migrations_dont_take_this_worker_out(worker: Worker):
    await stamp(worker.database, "9999")
    await SchemaVersion(worker.database).check()


async def test_a_worker_that_stops_is_sent_no_more_requests(http: httpx.AsyncClient, worker: Worker):
    await stamp(worker.database, known_revisions()[0])
    await worker.stored.runner.drain(0)
    assert await missing(http) == {"worker": "this worker is stopping"}


@pytest.fixture
def loading(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Makes the worker load what answers need until this event is set."""
    goes_on = threading.Event()
    monkeypatch.setattr(library, "load", goes_on.wait)
    warm_up()
    yield goes_on
    goes_on.set()


@only_on(POSTGRESQL)
async def test_a_worker_beside_others_is_not_ready_while_it_loads_what_answers_need(
    worker: Worker, loading: threading.Event
):
    assert "has just started" in (await worker.readiness.ask())["worker"]
    loading.set()
    await eventually(lambda: not is_warming_up())
    assert (await worker.readiness.ask())["worker"] == "ok"


@only_on(SQLITE)
@pytest.mark.usefixtures("loading")
async def test_a_worker_that_is_alone_serves_meanwhile(worker: Worker):
    assert (await worker.readiness.ask())["worker"] == "ok"


async def test_a_database_that_is_gone_is_named_and_not_its_address():
    database = Database(f"postgresql+asyncpg://ada:secret@127.0.0.1:{free_port()}/chat")
    answers = await Readiness({"database": database.ping}).ask()
    assert answers == {"database": "doesn't answer (ConnectionRefusedError)"}
    await database.close()


@only_on(POSTGRESQL)
async def test_a_worker_whose_redis_is_gone_is_not_ready(backing: Backing, model: ScriptedModel):
    with RedisServer() as redis:
        async with Worker(replace(backing, redis_url=redis.url).settings(), model.stream).running() as worker:
            assert (await worker.readiness.ask())["redis"] == "ok"
            redis.kill()
            assert "doesn't answer" in (await worker.readiness.ask())["redis"]


async def test_one_check_that_hangs_hides_nothing_of_the_others(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(readiness, "CHECK_TIMEOUT", 0.01)

    async def refuse() -> None:
        raise NotReady("not there")

    answers = await Readiness({"hangs": asyncio.Event().wait, "refuses": refuse}).ask()
    assert answers == {"hangs": "no answer within 0.01 seconds", "refuses": "not there"}
