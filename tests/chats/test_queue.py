"""Questions sent during an answer wait for their turn: each is asked once, in order, whatever happens."""

import asyncio

import pytest
from sqlmodel import select, update

from chat_stream.chats import Unacceptable
from chat_stream.models import NotFound, QueuedQuestion, Role, Status
from chat_stream.worker import Worker
from tests.chats.test_messages import failure
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person
from tests.support.teams import in_team, member_of

pytestmark = pytest.mark.on_both


async def test_a_question_waits_for_the_answer_before_it_and_is_asked_with_it(alice: Person, model: ScriptedModel):
    sent = await alice.ask("First?")
    async with alice.watch(sent.chat_id) as viewer:
        second, third = await alice.ask("Second?", sent.chat_id), await alice.ask("Third?", sent.chat_id)
        await eventually(lambda: viewer.waiting == ["Second?", "Third?"])
        assert len(model.requests) == 1
        model.say("One.")
        model.finish()
        await eventually(lambda: viewer.waiting == ["Third?"])
        await eventually(lambda: len(model.requests) == 2)
        model.say("Two.")
        model.finish()
        await eventually(lambda: len(model.requests) == 3)
        model.say("Three.")
        model.finish()
        whole = ["First?", "One.", "Second?", "Two.", "Third?", "Three."]
        await eventually(lambda: viewer.branch == whole and viewer.answer.status == Status.COMPLETED)
        assert {second.message_id, third.message_id} < viewer.messages.keys()
        assert not viewer.waiting
    assert [turn.content for turn in model.requests[2].turns] == whole[:-1]


async def test_who_comes_later_sees_what_waits_and_who_was_away_hears_of_it(alice: Person, model: ScriptedModel):
    sent = await alice.ask("First?")
    await alice.ask("Second?", sent.chat_id)
    async with alice.watch(sent.chat_id) as viewer:
        await eventually(lambda: viewer.waiting == ["Second?"])
    await alice.ask("Third?", sent.chat_id)
    async with alice.watch(sent.chat_id, viewer.stands()) as back:
        await eventually(lambda: len(back.queue) == 2)
        assert {question.text for question in back.queued.values()} == {"Third?"}


async def test_taken_back_it_is_never_asked_also_not_when_it_is_sent_again(
    alice: Person, model: ScriptedModel, worker: Worker
):
    sent = await alice.ask("First?")
    async with alice.watch(sent.chat_id) as viewer:
        second = await alice.ask("Second?", sent.chat_id, "second")
        await alice.ask("Third?", sent.chat_id)
        await worker.stored.queue.take_back(alice.scope, second.message_id)
        await worker.stored.queue.take_back(alice.scope, second.message_id)
        assert await alice.ask("Second?", sent.chat_id, "second") == second
        await eventually(lambda: viewer.waiting == ["Third?"])
        model.finish()
        await eventually(lambda: len(model.requests) == 2)
    assert model.requests[1].turns[-1].content == "Third?"
    async with worker.database.read() as session:
        assert {question.content for question in (await session.exec(select(QueuedQuestion))).all()} == {""}


async def test_what_is_being_answered_is_not_taken_back(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("First?")
    second = await alice.ask("Second?", sent.chat_id)
    model.finish()
    await eventually(lambda: len(model.requests) == 2)
    for use_case in (worker.stored.queue.take_back, worker.stored.queue.send_now):
        with pytest.raises(Unacceptable, match="already being answered"):
            await use_case(alice.scope, second.message_id)


async def test_sent_now_it_is_answered_beside_and_the_others_wait_for_both(
    alice: Person, model: ScriptedModel, worker: Worker
):
    sent = await alice.ask("First?")
    async with alice.watch(sent.chat_id) as viewer:
        await alice.ask("Second?", sent.chat_id)
        third = await alice.ask("Third?", sent.chat_id)
        await worker.stored.queue.send_now(alice.scope, third.message_id)
        await eventually(lambda: len(model.requests) == 2)
        await eventually(lambda: viewer.waiting == ["Second?"])
        first, last = [each.id for each in viewer.messages.values() if each.role == "assistant"]
        await worker.stored.stops.stop(alice.scope, first)
        await eventually(lambda: viewer.messages[first].status == Status.STOPPED)
        assert len(model.requests) == 2
        model.say("Three.")
        model.finish()
        await eventually(lambda: len(model.requests) == 3)
        await eventually(lambda: viewer.messages[last].status == Status.COMPLETED)
        await eventually(lambda: len(viewer.branch) == 6)
        assert [viewer.branch[place] for place in (0, 2, 3, 4)] == ["First?", "Third?", "Three.", "Second?"]


async def test_who_asks_for_it_is_answered_at_once(alice: Person, model: ScriptedModel):
    sent = await alice.ask("First?")
    await alice.ask("Second?", sent.chat_id, at_once=True)
    await eventually(lambda: len(model.requests) == 2)


@pytest.mark.parametrize("way_on", ["send now", "retry", "regenerate", "another question"])
async def test_after_a_stop_the_queue_waits_for_a_person(
    alice: Person, model: ScriptedModel, worker: Worker, way_on: str
):
    sent = await alice.ask("First?")
    async with alice.watch(sent.chat_id) as viewer:
        second = await alice.ask("Second?", sent.chat_id)
        await eventually(lambda: len(model.requests) == 1 and viewer.waiting == ["Second?"])
        await worker.stored.stops.stop_all(alice.scope, sent.chat_id)
        await eventually(lambda: viewer.answer.status == Status.STOPPED)
        await worker.stored.queue._look(sent.chat_id)
        assert (len(model.requests), viewer.waiting) == (1, ["Second?"])
        match way_on:
            case "send now":
                await worker.stored.queue.send_now(alice.scope, second.message_id)
            case "retry":
                await worker.stored.messages.retry(alice.scope, viewer.answer.id)
            case "regenerate":
                await worker.stored.versions.regenerate(alice.scope, viewer.answer.id)
            case _:
                await alice.ask("Rather this?", sent.chat_id)
        await eventually(lambda: len(model.requests) == 2)
        if way_on != "send now":
            assert viewer.waiting == ["Second?"]
            model.say("Now.")
            model.finish()
            await eventually(lambda: len(model.requests) == 3)
        await eventually(lambda: not viewer.waiting)
        assert "Second?" in viewer.branch
    assert model.requests[-1].turns[-1].content == "Second?"


async def test_after_a_failure_no_further_call_is_made(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("First?")
    async with alice.watch(sent.chat_id) as viewer:
        await alice.ask("Second?", sent.chat_id)
        await eventually(lambda: viewer.waiting == ["Second?"])
        model.fail(failure())
        await eventually(lambda: viewer.answer.status == Status.FAILED)
        await worker.stored.queue._look(sent.chat_id)
        assert (len(model.requests), viewer.waiting) == (1, ["Second?"])


async def test_a_queue_belongs_to_its_branch(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("First?")
    async with alice.watch(sent.chat_id) as viewer:
        await alice.ask("Second?", sent.chat_id)
        await worker.stored.versions.edit(alice.scope, sent.message_id, text="Rather?", client_id="edit", model="demo")
        await eventually(lambda: viewer.branch == ["Rather?", ""] and len(model.requests) == 2)
        await worker.stored.stops.stop(alice.scope, viewer.answer.id)
        await eventually(lambda: viewer.answer.status == Status.STOPPED)
        model.say("One.")
        model.finish()
        await eventually(lambda: len(model.requests) == 3)
        await eventually(lambda: not viewer.waiting)
        assert viewer.branch == ["Rather?", ""]
        await worker.stored.versions.choose(alice.scope, sent.message_id)
        await eventually(lambda: viewer.branch == ["First?", "One.", "Second?", ""])


async def test_a_member_sees_who_waits_sends_it_now_and_does_not_take_it_back(
    alice: Person, bob: Person, model: ScriptedModel, worker: Worker
):
    team = await in_team(alice, (bob, Role.MEMBER))
    alice, bob = member_of(alice, team), member_of(bob, team)
    sent = await alice.ask("First?")
    async with bob.watch(sent.chat_id) as viewer:
        second = await alice.ask("Second?", sent.chat_id)
        await eventually(lambda: viewer.waiting == ["Second?"])
        (question,) = viewer.queued.values()
        assert (question.author, question.is_own) == ("Alice", False)
        with pytest.raises(Unacceptable, match="Only the person who asked"):
            await worker.stored.queue.take_back(bob.scope, second.message_id)
        await worker.stored.queue.send_now(bob.scope, second.message_id)
        await eventually(lambda: len(model.requests) == 2)


async def test_what_somebody_asked_who_left_the_team_is_not_asked(
    alice: Person, bob: Person, model: ScriptedModel, worker: Worker
):
    team = await in_team(alice, (bob, Role.MEMBER))
    alice, bob = member_of(alice, team), member_of(bob, team)
    sent = await alice.ask("First?")
    await bob.ask("Mine?", sent.chat_id)
    async with alice.watch(sent.chat_id) as viewer:
        await eventually(lambda: viewer.waiting == ["Mine?"])
        await worker.people.teams.leave(bob.scope)
        model.finish()
        await eventually(lambda: not viewer.waiting)
    assert len(model.requests) == 1


async def test_a_stranger_can_do_nothing_with_what_waits(alice: Person, bob: Person, worker: Worker):
    sent = await alice.ask("First?")
    second = await alice.ask("Second?", sent.chat_id)
    for use_case in (worker.stored.queue.take_back, worker.stored.queue.send_now):
        with pytest.raises(NotFound):
            await use_case(bob.scope, second.message_id)


async def test_what_is_sent_several_times_at_once_waits_once(alice: Person, worker: Worker):
    sent = await alice.ask("First?")
    sents = await asyncio.gather(*(alice.ask("Second?", sent.chat_id, "second") for _ in range(5)))
    assert len(set(sents)) == 1
    async with worker.database.read() as session:
        assert len((await session.exec(select(QueuedQuestion))).all()) == 1


async def test_its_model_is_gone_when_its_turn_comes(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("First?")
    async with alice.watch(sent.chat_id) as viewer:
        second = await alice.ask("Second?", sent.chat_id)
        await eventually(lambda: viewer.waiting == ["Second?"])
        async with worker.database.write() as session:
            await session.exec(update(QueuedQuestion).values(models=["gone"]))
        model.finish()
        await eventually(lambda: viewer.answer.status == Status.FAILED)
        assert "“gone”" in viewer.answer.error
        assert second.message_id in viewer.messages
    assert len(model.requests) == 1


async def test_a_deleted_chat_asks_nothing_more(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("First?")
    await alice.ask("Second?", sent.chat_id)
    await eventually(lambda: len(model.requests) == 1)
    await worker.stored.chats.delete(alice.scope, sent.chat_id)
    await eventually(lambda: len(worker.stored.runner) == 0)
    assert not await worker.stored.queue._queues()
    await worker.stored.queue._look(sent.chat_id)
    assert len(model.requests) == 1
