"""A long chat opens with its end, older messages come when they are asked for, nothing comes twice."""

import pytest
from sqlmodel import col, select

from chat_stream.models import Branches, Chat, Message
from chat_stream.seeding import seed
from chat_stream.streaming import MESSAGES_A_PAGE as PAGE
from chat_stream.streaming import Cursor
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person

pytestmark = pytest.mark.on_both

MANY = 1000


@pytest.fixture
async def long_chat(alice: Person, worker: Worker) -> str:
    await seed(worker.database, "alice@example.com", 1, MANY)
    async with worker.database.read() as session:
        return (await session.exec(select(Chat.id))).one()


async def messages_of(worker: Worker, chat_id: str) -> list[str]:
    async with worker.database.read() as session:
        query = select(Message.id).where(Message.chat_id == chat_id).order_by(col(Message.position))
        return list((await session.exec(query)).all())


async def test_a_viewer_gets_the_last_messages_first_and_is_told_where_all_of_them_stand(
    alice: Person, worker: Worker, long_chat: str
):
    ids = await messages_of(worker, long_chat)
    async with alice.watch(long_chat) as viewer:
        await eventually(lambda: len(viewer.messages) == PAGE)
        assert list(viewer.messages) == ids[-PAGE:]
        assert Branches(viewer.places.values()).chosen() == ids


async def test_older_messages_come_as_they_are_asked_for_each_once(alice: Person, worker: Worker, long_chat: str):
    ids = await messages_of(worker, long_chat)
    async with alice.watch(long_chat) as viewer:
        for count in range(PAGE, 5 * PAGE, PAGE):
            await eventually(lambda count=count: len(viewer.messages) == count)
            viewer.reach(ids[-count - PAGE : -count])
        await eventually(lambda: len(viewer.messages) == 5 * PAGE)
    assert viewer.told == 5 * PAGE
    assert set(viewer.messages) == set(ids[-5 * PAGE :])


async def test_no_more_than_a_page_comes_at_a_time_and_nothing_of_another_chat(
    alice: Person, bob: Person, worker: Worker, long_chat: str, model: ScriptedModel
):
    ids = await messages_of(worker, long_chat)
    secret = await bob.ask("A secret?")
    async with alice.watch(long_chat) as viewer:
        await eventually(lambda: len(viewer.messages) == PAGE)
        viewer.reach([secret.message_id, "nothing", *ids])
        await eventually(lambda: len(viewer.messages) == 2 * PAGE - 2)
        assert secret.message_id not in viewer.messages


async def test_who_comes_back_with_a_part_of_a_long_chat_gets_only_what_is_new(
    alice: Person, worker: Worker, long_chat: str, model: ScriptedModel
):
    async with alice.watch(long_chat) as viewer:
        await eventually(lambda: len(viewer.messages) == PAGE)
    await alice.ask("And now?", long_chat)
    back = alice.watch(long_chat, Cursor(MANY))
    async with back:
        await eventually(lambda: len(back.messages) == 2)
        model.say("Now this.")
        await back.sees("Now this.")
    assert len(back.places) == 2


async def test_an_old_answer_that_is_written_anew_is_seen_by_who_has_only_the_end(
    alice: Person, worker: Worker, long_chat: str, model: ScriptedModel
):
    ids = await messages_of(worker, long_chat)
    async with alice.watch(long_chat) as early:
        await eventually(lambda: len(early.messages) == PAGE)
        await worker.stored.versions.regenerate(alice.scope, ids[1])
        model.say("In other words.")
        await early.sees("In other words.")
        async with alice.watch(long_chat) as late:
            await late.sees("In other words.")
            assert len(late.messages) == 2, "the branch that is shown"
            assert len(late.places) == MANY + 1
            late.reach(ids[-PAGE:])
            await eventually(lambda: len(late.messages) == PAGE + 2)


async def test_a_message_that_is_being_written_may_be_asked_for_too(
    alice: Person, worker: Worker, long_chat: str, model: ScriptedModel
):
    sent = await alice.ask("And now?", long_chat)
    async with alice.watch(long_chat) as viewer:
        model.say("Now ")
        await viewer.sees("Now ")
        told = viewer.told
        viewer.reach([viewer.answer.id, sent.message_id])
        await eventually(lambda: viewer.told == told + 2)
        model.say("this.")
        model.finish()
        await viewer.sees("Now this.", "completed")
