"""Limits of the queue, and several workers: each question that waits is asked once, whichever worker dies."""

import asyncio

import pytest
from sqlmodel import select, update

from chat_stream.chats import Unacceptable
from chat_stream.database import database_clock
from chat_stream.limits.settings import LimitSettings
from chat_stream.models import Attempt, Message
from chat_stream.worker import Worker
from tests.exactness.inside import end_abruptly
from tests.support.backing import POSTGRESQL, Backing, only_on
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person, sign_up


async def test_one_may_have_so_many_waiting_and_they_wait_while_too_many_are_written(
    backing: Backing, model: ScriptedModel
):
    limits = LimitSettings(queued=2, generations=1)
    async with Worker(backing.settings(limits), model.stream).running() as narrow:
        alice = await sign_up(narrow, "Alice")
        sent = await alice.ask("First?")
        second = await alice.ask("Second?", sent.chat_id)
        await alice.ask("Third?", sent.chat_id)
        with pytest.raises(Unacceptable, match="You already have 2 questions waiting"):
            await alice.ask("Fourth?", sent.chat_id)
        with pytest.raises(Unacceptable, match="1 answer is already being written"):
            await narrow.stored.queue.send_now(alice.scope, second.message_id)
        model.finish()
        await eventually(lambda: len(model.requests) == 2)


async def test_the_death_of_its_worker_leaves_no_question_to_nobody(
    on_sqlite: Backing, model: ScriptedModel, monkeypatch: pytest.MonkeyPatch
):
    """Once during an answer, and once between the end of an answer and the beginning of the next."""
    first = Worker(on_sqlite.settings(), model.stream)
    await first.start()
    alice = await sign_up(first, "Alice")
    sent = await alice.ask("First?")
    await alice.ask("Second?", sent.chat_id)
    await alice.ask("Third?", sent.chat_id)
    await eventually(lambda: len(model.requests) == 1)
    await end_abruptly(first)
    second = Worker(on_sqlite.settings(), model.stream)
    await second.start()
    await eventually(lambda: len(model.requests) == 2)
    monkeypatch.setattr(second.stored.queue, "look", lambda _: None)
    await _stop_looking(second)
    model.say("Two.")
    model.finish()
    await eventually(lambda: len(second.stored.runner) == 0)
    await end_abruptly(second)
    assert len(model.requests) == 2
    async with Worker(on_sqlite.settings(), model.stream).running() as third:
        alice.worker = third
        async with alice.watch(sent.chat_id) as viewer:
            await eventually(lambda: len(model.requests) == 3)
            await eventually(lambda: viewer.branch == ["First?", "", "Second?", "Two.", "Third?", ""])


@only_on(POSTGRESQL)
async def test_of_several_workers_one_asks(backing: Backing, worker: Worker, alice: Person, model: ScriptedModel):
    """Also where the one that wrote the answer is dead: its lease has run out, and all the others sweep and look."""
    async with (
        Worker(backing.settings(), model.stream).running() as other,
        Worker(backing.settings(), model.stream).running() as another,
    ):
        sent = await alice.ask("First?")
        await alice.ask("Second?", sent.chat_id)
        await eventually(lambda: len(model.requests) == 1)
        async with worker.database.write() as session:
            await session.exec(update(Attempt).values(lease_until=database_clock() - 0.001))
        await asyncio.gather(*(each.stored.leases.sweep() for each in (other, another)))
        await asyncio.gather(*(each.stored.queue._look(sent.chat_id) for each in (other, another, worker) * 3))
        await eventually(lambda: len(model.requests) == 2)
        async with worker.database.read() as session:
            assert len((await session.exec(select(Message))).all()) == 4


async def _stop_looking(worker: Worker) -> None:
    (task,) = [task for task in worker._tasks if task.get_name() == "Queue"]
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
