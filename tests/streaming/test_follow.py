"""Every viewer sees the same text, in order, complete, from whatever position it begins."""

import pytest
from sqlmodel import select

from chat_stream.models import Attempt, JournalEntry, Status
from chat_stream.streaming import Cursor, Positions, attempt_topic
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.hub import held_for_viewers, receivers_of
from tests.support.model import ScriptedModel
from tests.support.people import Person

pytestmark = pytest.mark.on_both


async def test_a_viewer_sees_text_as_it_is_written(alice: Person, model: ScriptedModel):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Hel")
        await viewer.sees("Hel")
        assert not viewer.answer.status.is_terminal
        model.say("lo.")
        await viewer.sees("Hello.")
        model.finish()
        await viewer.sees("Hello.", "completed")


async def test_a_viewer_who_comes_late_sees_all_of_it(alice: Person, model: ScriptedModel):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as first:
        model.say("Already ", "written. ")
        await first.sees("Already written. ")
        async with alice.watch(sent.chat_id) as second:
            await second.sees("Already written. ")
            model.say("And more.")
            await first.sees("Already written. And more.")
            await second.sees("Already written. And more.")


async def test_a_viewer_who_comes_back_gets_only_what_it_missed(alice: Person, model: ScriptedModel):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Seen. ")
        await viewer.sees("Seen. ")
    model.say("Missed.")
    async with alice.watch(sent.chat_id) as other:
        await other.sees("Seen. Missed.")
    back = alice.watch(sent.chat_id, Cursor(viewer.answer.revision, viewer.positions()))
    back.texts = dict(viewer.texts)  # the viewer's own check fails if one character came twice
    async with back:
        await eventually(lambda: back.streamed(viewer.answer.attempt_id) == "Seen. Missed.")
    assert not back.messages


async def test_an_answer_that_ended_meanwhile_is_completed_from_the_position(alice: Person, model: ScriptedModel):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Seen. ")
        await viewer.sees("Seen. ")
    model.say("Missed.")
    model.finish()
    async with alice.watch(sent.chat_id) as other:
        await other.sees("Seen. Missed.", "completed")
    back = alice.watch(sent.chat_id, Cursor(viewer.answer.revision, viewer.positions()))
    back.texts = dict(viewer.texts)
    async with back:
        await eventually(lambda: bool(back.messages) and back.answer.status == Status.COMPLETED)
    assert back.text == "Seen. Missed."


async def test_two_messages_in_one_chat_do_not_mix(alice: Person, worker: Worker):
    first = await alice.ask("One?")
    await alice.ask("Two?", first.chat_id, at_once=True)
    one, two = worker.stored.journal.writers
    async with alice.watch(first.chat_id) as viewer:
        for writer, text in ((one, "1"), (two, "2")) * 20:
            writer.append("content", text)
        await eventually(lambda: viewer.streamed(one.attempt_id) == "1" * 20)
        await eventually(lambda: viewer.streamed(two.attempt_id) == "2" * 20)


async def test_a_delta_that_the_hub_loses_is_found_in_the_database(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("One. ")
        await viewer.sees("One. ")
        lose_all_notices(worker, viewer.answer.attempt_id)
        model.say("Two.")
        await eventually_stored(worker, viewer.answer.attempt_id, len("One. Two."))
        assert viewer.text == "One. "
        await worker.reconciler.compare()
        await viewer.sees("One. Two.")


async def test_an_ending_that_the_hub_loses_is_found_in_the_database(
    alice: Person, model: ScriptedModel, worker: Worker
):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("All.")
        await viewer.sees("All.")
        receivers_of(worker.hub).clear()
        model.finish()
        await viewer.sees("All.", "completed")


async def test_nothing_is_left_when_the_viewers_are_gone(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as one, alice.watch(sent.chat_id) as two:
        model.say("Hello")
        await one.sees("Hello")
        await two.sees("Hello")
        assert len(worker.stored.copies) == 1
    assert not held_for_viewers(worker)


async def test_a_stranger_sees_nothing_of_a_chat(alice: Person, bob: Person, model: ScriptedModel):
    sent = await alice.ask("A secret?")
    model.say("Yes.")
    async with bob.watch(sent.chat_id) as viewer:
        await eventually(lambda: viewer.is_cut_off)
    assert not viewer.messages
    assert not viewer.texts


async def test_signing_out_cuts_the_stream(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Before. ")
        await viewer.sees("Before. ")
        await worker.people.accounts.sign_out(alice.token)
        await worker.reconciler.compare()
        await eventually(lambda: viewer.is_cut_off)
        model.say("After.")
        await eventually_stored(worker, viewer.answer.attempt_id, len("Before. After."))
    assert viewer.text == "Before. "


async def test_the_journal_is_folded_when_the_answer_ends(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.think("Hm. ")
        model.say("Hello ", "there.")
        model.finish()
        await viewer.sees("Hello there.", "completed")
    async with worker.database.read() as session:
        attempt = (await session.exec(select(Attempt))).one()
        assert not (await session.exec(select(JournalEntry))).all()
    assert (attempt.content, attempt.reasoning) == ("Hello there.", "Hm. ")
    assert (attempt.content_end, attempt.reasoning_end) == (12, 4)


async def test_a_page_may_claim_any_position(alice: Person, model: ScriptedModel):
    sent = await alice.ask("Hello?")
    model.say("Hello.")
    async with alice.watch(sent.chat_id) as first:
        await first.sees("Hello.")
    claimed = {first.answer.attempt_id: Positions(10_000, 3), "nothing": Positions(5)}
    follow = alice.worker.follow_chat(alice.scope, sent.chat_id, Cursor(0, claimed)).batches()
    assert await anext(follow)
    await follow.aclose()


def lose_all_notices(worker: Worker, attempt_id: str) -> None:
    receivers_of(worker.hub).pop(attempt_topic(attempt_id))


async def eventually_stored(worker: Worker, attempt_id: str, length: int) -> None:
    async def is_stored() -> bool:
        async with worker.database.read() as session:
            return (await session.get_one(Attempt, attempt_id)).content_end == length

    await eventually(is_stored)
