"""A worker that stops lets go of its generations, whether or not the database takes how they ended."""

import pytest
from sqlmodel import select

from chat_stream.generation import runner
from chat_stream.models import Attempt, Status
from chat_stream.worker import Worker
from tests.support.model import ScriptedModel
from tests.support.people import Person

pytestmark = pytest.mark.on_both


async def test_what_cannot_be_stored_in_time_is_left_to_the_next_worker(
    alice: Person, model: ScriptedModel, worker: Worker, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(runner, "HANDOVER", 0.1)
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("So far")
        await viewer.sees("So far")
    async with worker.database.write():
        await worker.stored.runner.drain(0)
        assert len(worker.stored.runner) == 0
    await worker.stored.leases.sweep(all_are_dead=True)
    async with worker.database.read() as session:
        attempt = (await session.exec(select(Attempt))).one()
    assert (attempt.status, attempt.content) == (Status.INTERRUPTED, "So far")
