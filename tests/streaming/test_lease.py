"""A lease says that a worker lives; a sweep ends what a dead one left behind."""

import pytest
from sqlmodel import select, update

from chat_stream.models import Attempt, Status
from chat_stream.models.attempt import LEASE
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person

pytestmark = pytest.mark.on_both


async def attempt_of(worker: Worker) -> Attempt:
    async with worker.database.read() as session:
        return (await session.exec(select(Attempt))).one()


async def test_an_attempt_is_made_with_its_lease(alice: Person, worker: Worker):
    await alice.ask("Hello?")
    lease = (await attempt_of(worker)).lease_until
    await worker.stored.leases.sweep()
    assert (await attempt_of(worker)).is_live
    await worker.stored.leases.renew()
    assert lease < (await attempt_of(worker)).lease_until < lease + LEASE


async def test_what_ran_out_is_interrupted_and_keeps_its_text(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("So far")
        await viewer.sees("So far")
        async with worker.database.write() as session:
            await session.exec(update(Attempt).values(lease_until=0.0))
        assert await worker.stored.leases.sweep() == [viewer.answer.attempt_id]
        await viewer.sees("So far", "interrupted")
    assert (await attempt_of(worker)).content == "So far"
    await eventually(lambda: model.cancelled == 1)


async def test_a_lease_that_ran_out_but_was_not_taken_is_renewed(alice: Person, worker: Worker):
    await alice.ask("Hello?")
    async with worker.database.write() as session:
        await session.exec(update(Attempt).values(lease_until=0.0))
    await worker.stored.leases.renew()
    assert await worker.stored.leases.sweep() == []
    assert (await attempt_of(worker)).status == Status.PENDING


async def test_a_worker_that_lost_its_attempt_stops_asking_the_provider(
    alice: Person, model: ScriptedModel, worker: Worker
):
    await alice.ask("Hello?")
    await eventually(lambda: len(model.requests) == 1)
    async with worker.database.write() as session:
        await session.exec(update(Attempt).values(fence=Attempt.fence + 1))
    await worker.stored.leases.renew()
    await eventually(lambda: model.cancelled == 1)


async def test_a_worker_that_lost_its_attempt_forgets_it(alice: Person, model: ScriptedModel, worker: Worker):
    await alice.ask("Hello?")
    await eventually(lambda: len(model.requests) == 1)
    async with worker.database.write() as session:
        await session.exec(update(Attempt).values(fence=Attempt.fence + 1))
    await worker.stored.leases.renew()
    await eventually(lambda: not worker.stored.journal.writers)
