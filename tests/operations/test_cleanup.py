"""The cleanup deletes what nobody can use any more, and nothing else, on one worker at a time."""

import asyncio
from datetime import timedelta

import pytest
from sqlmodel import col, func, select, update

from chat_stream.models import Attempt, Chore, JournalEntry, Session, Status
from chat_stream.models.record import now
from chat_stream.operations import Cleanup, cleanup
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person, sign_up

pytestmark = pytest.mark.on_both


@pytest.fixture(autouse=True)
async def first_cleanup(worker: Worker):
    """A worker cleans up when it starts; then it is due again, for the test."""
    await eventually(lambda: is_over(worker))
    await make_due(worker)


async def is_over(worker: Worker) -> bool:
    async with worker.database.read() as session:
        due = (await session.exec(select(Chore.due_at))).first()
    return due is not None and due > now().timestamp() + cleanup.LEASE + 1


async def make_due(worker: Worker) -> None:
    async with worker.database.write() as session:
        await session.exec(update(Chore).values(due_at=0.0))


async def count(worker: Worker, model: type) -> int:
    async with worker.database.read() as session:
        return (await session.exec(select(func.count()).select_from(model))).one()


async def test_expired_sessions_go_and_others_stay(alice: Person, worker: Worker, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(cleanup, "BATCH", 2)
    for name in ("Ben", "Cleo", "Dora", "Emil", "Fay"):
        await sign_up(worker, name)
    async with worker.database.write() as session:
        others = update(Session).where(col(Session.user_id) != alice.scope.user_id)
        await session.exec(others.values(expires_at=now() - timedelta(seconds=1)))
    assert await worker.cleanup.clean_if_due()
    assert await count(worker, Session) == 1
    assert await worker.people.accounts.session_id(alice.token)


async def test_the_journal_of_an_ended_attempt_goes_and_that_of_a_live_one_stays(
    alice: Person, model: ScriptedModel, worker: Worker
):
    await alice.ask("Hello?")
    model.say("Kept.")
    await eventually(lambda: worker.stored.journal.writers[0].ends.content == 5)
    live = worker.stored.journal.writers[0].attempt_id
    async with worker.database.write() as session:
        attempt = await session.get_one(Attempt, live)
        ended = Attempt(
            message_id=attempt.message_id, chat_id=attempt.chat_id, model="demo", number=9, status=Status.COMPLETED
        )
        session.add(ended)
        await session.flush()
        session.add(JournalEntry(attempt_id=ended.id, part="content", start=0, end=4, text="left"))
    assert await worker.cleanup.clean_if_due()
    async with worker.database.read() as session:
        assert (await session.exec(select(JournalEntry.attempt_id))).all() == [live]


async def test_of_several_workers_one_cleans_up(worker: Worker):
    turns = await asyncio.gather(*(Cleanup(worker.database).clean_if_due() for _ in range(4)))
    assert sorted(turns) == [False, False, False, True]


async def test_a_worker_that_died_over_it_holds_it_up_no_longer_than_its_lease(worker: Worker):
    async with worker.database.write() as session:
        assert await Chore.take(session, cleanup.CHORE, 0.0)
    assert await worker.cleanup.clean_if_due()
    assert not await worker.cleanup.clean_if_due()
