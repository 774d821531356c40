"""PostgreSQL's own ways: it is restarted under its workers, and locks row by row."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest
from sqlalchemy.exc import DBAPIError, InternalError
from sqlmodel import select, text

from chat_stream.database import is_passing
from chat_stream.models import Attempt, Status
from chat_stream.worker import Worker
from tests.support.backing import Backing
from tests.support.database import create_tables
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person, sign_up
from tests.support.servers import PostgreSQL, RedisServer


@pytest.fixture
def own_postgresql() -> Iterator[PostgreSQL]:
    """One that a test may restart."""
    with PostgreSQL() as server:
        yield server


@pytest.fixture
async def ada(own_postgresql: PostgreSQL, redis_server: RedisServer, model: ScriptedModel) -> AsyncIterator[Person]:
    url = own_postgresql.url(await own_postgresql.create())
    await create_tables(url)
    async with Worker(Backing(url, redis_server.url).settings(), model.stream).running() as worker:
        yield await sign_up(worker, "Ada")


async def test_an_answer_and_its_viewers_go_on_when_postgresql_was_restarted(
    ada: Person, own_postgresql: PostgreSQL, model: ScriptedModel
):
    sent = await ada.ask("Hello?")
    async with ada.watch(sent.chat_id) as viewer:
        model.say("Before. ")
        await viewer.sees("Before. ")
        restarting = asyncio.create_task(asyncio.to_thread(own_postgresql.restart))
        while not restarting.done():
            model.say("While. ")
            await asyncio.wait([restarting], timeout=0.05)
        model.say("After.")
        model.finish()
        await viewer.sees(model.said, "completed")


async def test_commits_renewals_and_sweeps_of_many_answers_at_once_never_block_each_other(
    bob: Person, alice_elsewhere: Person, worker: Worker, other_worker: Worker
):
    for person in (bob, alice_elsewhere) * 10:  # as many as each of them may
        await person.ask("Hello?")
    writers = [*worker.stored.journal.writers, *other_worker.stored.journal.writers]
    for _ in range(20):
        for writer in writers:
            writer.append("content", "more ")
        await asyncio.gather(*(leases.renew() for leases in (worker.stored.leases, other_worker.stored.leases)))
        await asyncio.gather(*(leases.sweep() for leases in (worker.stored.leases, other_worker.stored.leases)))
    await eventually(lambda: all(writer.ends.content == 100 for writer in writers))
    await asyncio.gather(worker.stored.runner.drain(0), other_worker.stored.runner.drain(0))
    async with worker.database.read() as session:
        attempts = (await session.exec(select(Attempt))).all()
    assert {(attempt.status, attempt.content) for attempt in attempts} == {(Status.INTERRUPTED, "more " * 20)}


@pytest.mark.parametrize(
    ("statement", "passes"),
    [
        ("SELECT pg_terminate_backend(pg_backend_pid())", True),
        ("SELECT no_such_column", False),
        ("SELECT 1 / 0", False),
        ("DO 'BEGIN RAISE EXCEPTION SQLSTATE ''40P01''; END'", True),
    ],
    ids=["the server goes", "the statement is wrong", "what it was given is refused", "deadlock"],
)
async def test_which_failures_pass(worker: Worker, statement: str, passes: bool):
    with pytest.raises(DBAPIError) as failed:
        async with worker.database.write_rows() as connection:
            await connection.execute(text(statement))
    assert is_passing(failed.value) == passes


async def test_a_text_that_can_not_be_encoded_is_refused_for_good(worker: Worker):
    with pytest.raises(DBAPIError) as failed:
        async with worker.database.write_rows() as connection:
            await connection.execute(text("SELECT CAST(:lone AS text)"), {"lone": "\ud800"})
    assert not is_passing(failed.value)


def test_a_connection_that_died_in_mid_statement_can_be_another_one_next_time():
    """SQLAlchemy's error for asyncpg's error within the client, which has no code of PostgreSQL's."""
    died = RuntimeError("cannot switch to state 15; another operation (2) is in progress")
    assert is_passing(InternalError("SELECT 1", None, died))
