"""The use cases of messages."""

import asyncio

import pytest
from sqlmodel import col, select

from chat_stream.chats import Unacceptable
from chat_stream.llm import Chunk, ErrorKind, ProviderError, Usage
from chat_stream.models import Attempt, Message, NotFound, Status
from chat_stream.texts import Text
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person

pytestmark = pytest.mark.on_both


def failure(*, is_transient: bool = False, retry_after: float | None = None) -> ProviderError:
    kind = ErrorKind.OVERLOADED if is_transient else ErrorKind.KEY_REFUSED
    return ProviderError(kind, Text("failure-stalled", provider="OpenAI"), retry_after=retry_after)


async def test_a_message_sent_twice_is_one_message_and_one_call(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await asyncio.gather(*(alice.ask("Once?", client_id="same") for _ in range(5)))
    assert len(set(sent)) == 1
    await eventually(lambda: len(model.requests) == 1)
    async with worker.database.read() as session:
        assert len((await session.exec(select(Message))).all()) == 2


async def test_a_model_is_asked_the_whole_conversation(alice: Person, model: ScriptedModel):
    sent = await alice.ask("First question.")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("First answer.")
        model.finish()
        await viewer.sees("First answer.", "completed")
        await alice.ask("Second question.", sent.chat_id)
        await eventually(lambda: len(model.requests) == 2)
    assert [(turn.role, turn.content) for turn in model.requests[1].turns] == [
        ("user", "First question."),
        ("assistant", "First answer."),
        ("user", "Second question."),
    ]


async def test_what_the_provider_said_is_kept(alice: Person, model: ScriptedModel):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.add(Chunk(content="Hi.", model="real-name"))
        model.add(Chunk(usage=Usage(12, 3), finish_reason="stop"))
        model.finish()
        await viewer.sees("Hi.", "completed")
    answer = viewer.answer
    counts = answer.counts
    assert (answer.model, counts.prompt_tokens, counts.completion_tokens) == ("real-name", 12, 3)


async def test_a_failure_keeps_the_text_and_says_why(alice: Person, model: ScriptedModel):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Half an ans")
        model.fail(failure())
        await viewer.sees("Half an ans", "failed")
    assert viewer.answer.error == Text("failure-stalled", provider="OpenAI").sentence


async def test_retry_answers_again_in_place_and_keeps_the_old_attempt(
    alice: Person, model: ScriptedModel, worker: Worker
):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Half")
        model.fail(failure())
        await viewer.sees("Half", "failed")
        failed = viewer.answer
        await worker.stored.messages.retry(alice.scope, failed.id)
        model.say("Whole.")
        model.finish()
        await eventually(lambda: viewer.answer.attempt_id != failed.attempt_id)
        await eventually(lambda: viewer.answer.status == Status.COMPLETED)
    assert (viewer.answer.id, viewer.answer.position, viewer.text) == (failed.id, failed.position, "Whole.")
    async with worker.database.read() as session:
        attempts = (await session.exec(select(Attempt).order_by(col(Attempt.number)))).all()
    assert [attempt.content for attempt in attempts] == ["Half", "Whole."]


async def test_only_what_failed_can_be_retried_and_only_once_at_a_time(
    alice: Person, model: ScriptedModel, worker: Worker
):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.fail(failure())
        await eventually(lambda: len(viewer.messages) == 2 and viewer.answer.status == Status.FAILED)
        retries = [worker.stored.messages.retry(alice.scope, viewer.answer.id) for _ in range(3)]
        outcomes = await asyncio.gather(*retries, return_exceptions=True)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["NoneType", "Unacceptable", "Unacceptable"]


async def test_a_call_that_fails_before_its_first_token_is_repeated(alice: Person, model: ScriptedModel):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.fail(failure(is_transient=True, retry_after=0.01))
        model.fail(failure(is_transient=True, retry_after=0.01))
        model.say("At last.")
        model.finish()
        await viewer.sees("At last.", "completed")
    assert len(model.requests) == 3


async def test_a_call_is_not_repeated_after_its_first_token(alice: Person, model: ScriptedModel):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Begun")
        model.fail(failure(is_transient=True, retry_after=0.01))
        await viewer.sees("Begun", "failed")
    assert len(model.requests) == 1


SERVED = (
    *(ErrorKind.EMPTY, ErrorKind.GARBLED, ErrorKind.CUT_OFF, ErrorKind.STALLED, ErrorKind.NO_ANSWER),
    *(ErrorKind.PROVIDER_FAILED, ErrorKind.CONTENT_FILTERED, ErrorKind.NO_MODEL, ErrorKind.BEHIND_PROXY),
)


async def test_a_call_that_may_have_been_served_is_not_repeated(alice: Person, model: ScriptedModel):
    failures = [ProviderError(kind, Text("failure-cut-off")) for kind in SERVED]
    failures.append(ProviderError(ErrorKind.OVERLOADED, Text("failure-cut-off"), may_have_been_served=True))
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        for asked, error in enumerate(failures, 1):
            model.fail(error)
            await eventually(lambda: bool(viewer.messages) and viewer.answer.status == Status.FAILED)
            assert len(model.requests) == asked
            sent = await alice.ask("And now?", sent.chat_id)
            await eventually(lambda: viewer.answer.status != Status.FAILED)


@pytest.mark.parametrize("has_begun", [True, False])
async def test_stop_ends_the_call_to_the_provider(alice: Person, model: ScriptedModel, worker: Worker, has_begun: bool):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        if has_begun:
            model.say("So far.")
            await viewer.sees("So far.")
        await eventually(lambda: len(model.requests) == 1)
        await worker.stored.stops.stop_all(alice.scope, sent.chat_id)
        await eventually(lambda: len(viewer.messages) == 2 and viewer.answer.status == Status.STOPPED)
    assert viewer.text == ("So far." if has_begun else "")
    assert model.cancelled == 1
    assert len(worker.stored.runner) == 0


async def test_a_stranger_can_neither_send_nor_stop_nor_retry(
    alice: Person, bob: Person, worker: Worker, model: ScriptedModel
):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        await eventually(lambda: len(viewer.messages) == 2)
        for use_case in (
            bob.ask("Mine?", sent.chat_id),
            worker.stored.stops.stop(bob.scope, viewer.answer.id),
            worker.stored.stops.stop_all(bob.scope, sent.chat_id),
            worker.stored.messages.retry(bob.scope, viewer.answer.id),
            worker.stored.messages.choose_model(bob.scope, sent.chat_id, "demo"),
            worker.stored.messages.find(bob.scope, sent.chat_id),
        ):
            with pytest.raises(NotFound):
                await use_case
        assert viewer.answer.status == Status.PENDING


async def test_whoever_signed_out_can_not_send(alice: Person, worker: Worker):
    await worker.people.accounts.sign_out(alice.token)
    with pytest.raises(NotFound):
        await alice.ask("Still me?")


@pytest.mark.parametrize("text", ["", " \n\t ", "x" * 100_001, "nul \0", "lone \ud800"])
async def test_what_can_not_be_sent_changes_nothing(alice: Person, worker: Worker, text: str):
    with pytest.raises(Unacceptable):
        await alice.ask(text)
    async with worker.database.read() as session:
        assert not (await session.exec(select(Message))).all()


async def test_an_unknown_model_is_refused_by_name(alice: Person, worker: Worker):
    with pytest.raises(Unacceptable, match="“gpt-nothing”"):
        await worker.stored.messages.send(alice.scope, chat_id=None, text="Hi", client_id="1", model="gpt-nothing")


async def test_a_title_is_made_of_the_first_words(alice: Person, worker: Worker):
    sent = await alice.ask("  How do\tI " + "really " * 20 + "\nsecond line")
    chat = await worker.stored.messages.find(alice.scope, sent.chat_id)
    assert chat.title.startswith("How do I really")
    assert chat.title.endswith("…")
    assert len(chat.title) <= 61
