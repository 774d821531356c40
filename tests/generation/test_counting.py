"""The usage of an answer is stored when it ends, and the chat has the sum."""

import pytest

from chat_stream.llm import Chunk, Request, Usage
from chat_stream.models import Attempt, Chat, Counts, Total
from chat_stream.streaming import Counted
from chat_stream.worker import Worker
from tests.chats.test_messages import failure
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person


async def total(worker: Worker, chat_id: str) -> Total:
    async with worker.database.read() as session:
        return (await session.get_one(Chat, chat_id)).total


async def test_an_answer_keeps_its_providers_count_and_how_fast_it_was(
    alice: Person, model: ScriptedModel, worker: Worker
):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Hi ")
        await viewer.sees("Hi ")
        model.say("there.")
        model.add(Chunk(usage=Usage(12, 3), finish_reason="stop"))
        model.finish()
        await viewer.sees("Hi there.", "completed")
    counts = viewer.answer.counts
    assert (counts.prompt_tokens, counts.completion_tokens, counts.is_estimated) == (12, 3, False)
    assert counts.first_token_after is not None
    assert counts.written_in is not None
    assert counts.first_token_after > 0
    assert counts.written_in > 0
    assert await total(worker, sent.chat_id) == Total(12, 3)


async def test_an_answer_keeps_how_long_its_model_thought(alice: Person, model: ScriptedModel):
    sent = await alice.ask("Think.")
    async with alice.watch(sent.chat_id) as viewer:
        model.think("Well, ")
        model.say("so it is.")
        model.finish()
        await viewer.sees("so it is.", "completed")
    counts = viewer.answer.counts
    assert counts.thought_in is not None
    assert counts.thought_in == counts.written_in


@pytest.mark.parametrize(("usage", "counted"), [(Usage(0, 5), (3, 5)), (Usage(12, 0), (12, 2))])
async def test_half_a_count_is_completed_by_an_estimate(
    alice: Person, model: ScriptedModel, usage: Usage, counted: tuple[int, int]
):
    sent = await alice.ask("How are you?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Fine, thanks.")
        model.add(Chunk(usage=usage))
        model.finish()
        await viewer.sees("Fine, thanks.", "completed")
    counts = viewer.answer.counts
    assert (counts.prompt_tokens, counts.completion_tokens, counts.is_estimated) == (*counted, True)


async def test_without_a_providers_count_there_is_an_estimate(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("How are you?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Fine, thank you.")
        model.finish()
        await viewer.sees("Fine, thank you.", "completed")
    counts = viewer.answer.counts
    assert (counts.prompt_tokens, counts.completion_tokens, counts.is_estimated) == (3, 3, True)
    assert await total(worker, sent.chat_id) == Total(3, 3, is_estimated=True)


async def test_an_answer_that_was_stopped_is_estimated_up_to_there(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("How are you?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Fine, and")
        await viewer.sees("Fine, and")
        await worker.stored.stops.stop(alice.scope, viewer.answer.id)
        await viewer.sees("Fine, and", "stopped")
    counts = viewer.answer.counts
    assert (counts.prompt_tokens, counts.completion_tokens, counts.is_estimated) == (3, 2, True)


async def test_a_call_that_brought_nothing_counts_nothing(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.fail(failure())
        await viewer.sees("", "failed")
    assert viewer.answer.counts == Counts()
    assert await total(worker, sent.chat_id) == Total()


@pytest.mark.on_both
async def test_the_sum_has_the_attempts_that_were_replaced_too(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Half")
        model.add(Chunk(usage=Usage(10, 1)))
        model.fail(failure())
        await viewer.sees("Half", "failed")
        await worker.stored.messages.retry(alice.scope, viewer.answer.id)
        model.say("Whole.")
        model.add(Chunk(usage=Usage(10, 2, cost=0.5)))
        model.finish()
        await eventually(lambda: viewer.answer.attempt_number == 2 and viewer.answer.status == "completed")
    assert await total(worker, sent.chat_id) == Total(20, 3, cost=0.5)


@pytest.mark.parametrize("usage", [None, Usage(0, 3), Usage(12, 0)])
async def test_an_answer_that_cannot_be_counted_is_kept(
    alice: Person, model: ScriptedModel, worker: Worker, usage: Usage | None
):
    async def fails(request: Request, text: str, usage: Usage | None) -> Usage:
        raise ValueError(request, text, usage)

    worker.stored.runner.meter = fails
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Hi.")
        model.add(Chunk(usage=usage))
        model.finish()
        await viewer.sees("Hi.", "completed")
    async with worker.database.read() as session:
        attempt = await session.get_one(Attempt, viewer.answer.attempt_id)
    assert attempt.counts.prompt_tokens is None
    assert attempt.counts.first_token_after is not None


async def test_viewers_are_told_the_sum(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("How are you?")
    follow = worker.follow_chat(alice.scope, sent.chat_id, alice.watch(sent.chat_id).cursor)
    told: list[Counted] = []
    async for batch in follow.batches():
        told += [update for update in batch if isinstance(update, Counted)]
        if told:
            break
        if not model.said:
            model.say("Fine.")
            model.finish()
    assert [counted.total for counted in told] == [Total(3, 1, is_estimated=True)]
