"""Continue: an answer that ended before it was complete goes on from where it stood."""

import pytest
from sqlmodel import col, select

from chat_stream.chats import Unacceptable
from chat_stream.llm import Chunk, ErrorKind, ProviderError
from chat_stream.models import Attempt
from chat_stream.texts import Text
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person


async def test_a_stopped_answer_goes_on_with_the_text_that_there_is(
    alice: Person, model: ScriptedModel, worker: Worker
):
    sent = await alice.ask("Count to six.")
    async with alice.watch(sent.chat_id) as viewer:
        model.think("Easy.")
        model.say("One, two, 🌊 ")
        await viewer.sees("One, two, 🌊 ")
        await worker.stored.stops.stop_all(alice.scope, sent.chat_id)
        await viewer.sees("One, two, 🌊 ", "stopped")
        stopped = viewer.answer
        await worker.stored.messages.go_on(alice.scope, stopped.id)
        model.think("Go on.")
        model.say("three, four.")
        model.finish()
        await viewer.sees("One, two, 🌊 three, four.", "completed")
        assert viewer.answer.id == stopped.id
        assert viewer.answer.attempt_id != stopped.attempt_id
    async with worker.database.read() as session:
        attempts = (await session.exec(select(Attempt).order_by(col(Attempt.number)))).all()
    assert [attempt.content for attempt in attempts] == ["One, two, 🌊 ", "One, two, 🌊 three, four."]
    assert [attempt.content_end for attempt in attempts] == [len(attempt.content) for attempt in attempts]
    assert attempts[1].reasoning == "Easy.\n\nGo on."


async def test_the_model_is_told_where_its_answer_ended(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("Count to four.")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("One, two, ")
        model.fail(ProviderError(ErrorKind.KEY_REFUSED, Text("failure-stalled", provider="OpenAI")))
        await viewer.sees("One, two, ", "failed")
        await worker.stored.messages.go_on(alice.scope, viewer.answer.id)
        await eventually(lambda: len(model.requests) == 2)
    question, begun, asked = model.requests[1].turns
    assert (question.content, begun.role, begun.content) == ("Count to four.", "assistant", "One, two, ")
    assert (asked.role, "Go on exactly where it ended" in asked.content) == ("user", True)


async def test_an_answer_that_the_model_cut_off_says_so_and_goes_on(
    alice: Person, model: ScriptedModel, worker: Worker
):
    sent = await alice.ask("Count to four.")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("One, two, ")
        model.add(Chunk(finish_reason="length"))
        model.finish()
        await viewer.sees("One, two, ", "completed")
        assert viewer.answer.is_cut
        await worker.stored.messages.go_on(alice.scope, viewer.answer.id)
        model.say("three, four.")
        model.add(Chunk(finish_reason="stop"))
        model.finish()
        await viewer.sees("One, two, three, four.", "completed")
        assert not viewer.answer.is_cut


async def test_what_goes_on_and_says_nothing_more_keeps_its_text(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("Count to four.")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("One, two, ")
        await viewer.sees("One, two, ")
        await worker.stored.stops.stop_all(alice.scope, sent.chat_id)
        await viewer.sees("One, two, ", "stopped")
        first = viewer.answer.attempt_id
        await worker.stored.messages.go_on(alice.scope, viewer.answer.id)
        await eventually(lambda: len(model.requests) == 2)
        await worker.stored.stops.stop_all(alice.scope, sent.chat_id)
        await eventually(lambda: viewer.answer.attempt_id != first and viewer.answer.status == "stopped")
        assert viewer.text == "One, two, "


async def test_a_complete_answer_does_not_go_on_nor_one_without_text(
    alice: Person, model: ScriptedModel, worker: Worker
):
    sent = await alice.ask("Well?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Done.")
        model.finish()
        await viewer.sees("Done.", "completed")
        with pytest.raises(Unacceptable):
            await worker.stored.messages.go_on(alice.scope, viewer.answer.id)
        await alice.ask("Nothing?", sent.chat_id)
        model.fail(ProviderError(ErrorKind.KEY_REFUSED, Text("failure-stalled", provider="OpenAI")))
        await eventually(lambda: len(viewer.messages) == 4 and viewer.answer.status == "failed")
        with pytest.raises(Unacceptable):
            await worker.stored.messages.go_on(alice.scope, viewer.answer.id)
