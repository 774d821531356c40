"""The turns of a prompt are in the order that strict servers require, whatever happened in the chat before."""

import itertools

import pytest
from sqlmodel import select

from chat_stream.generation.alternation import NO_ANSWER, Said, alternating
from chat_stream.generation.prompt import ANSWER_NOW
from chat_stream.llm import ErrorKind, ProviderError, Turn, say_contexts
from chat_stream.models import Attempt, Status
from chat_stream.texts import Text
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person, Viewer

BROKEN = ProviderError(ErrorKind.KEY_REFUSED, Text("failure-stalled", provider="OpenAI"))
Roles = list[tuple[str, str]]


def said(*texts: tuple[str, str]) -> list[Said]:
    return [
        Said(str(index), Turn("user" if role == "user" else "assistant", text))
        for index, (role, text) in enumerate(texts)
    ]


KINDS = [("user", "Q"), ("assistant", "A"), ("user", " \n"), ("assistant", "")]


@pytest.mark.parametrize("length", range(1, 6))
def test_whatever_was_said_by_whom_the_order_is_strict_and_no_word_is_lost(length: int):
    for kinds in itertools.product(KINDS, repeat=length):
        turns = said(*((role, f"{text}{index}" if text.strip() else text) for index, (role, text) in enumerate(kinds)))
        words = [turn.content for _, turn in turns if turn.content.strip()]
        asked = [(turn.role, turn.content) for _, turn in alternating(turns)]
        assert_strict(asked, is_empty=not words)
        everything = "\n".join(content for _, content in asked)
        assert all(word in everything for word in words)


def test_what_is_in_order_is_left_as_it_is():
    turns = said(("user", "One?"), ("assistant", "One."), ("user", "Two?"))
    assert alternating(turns) == turns


def test_a_question_without_an_answer_is_followed_by_one_that_says_so():
    asked = alternating(said(("user", "One?"), ("assistant", " "), ("user", "Two?")))
    assert [turn for _, turn in asked] == [Turn("user", "One?"), NO_ANSWER, Turn("user", "Two?")]


@pytest.mark.parametrize("end", ["stopped", "failed", "only thoughts", "only white space"])
async def test_a_chat_goes_on_after_a_question_that_nobody_answered(
    alice: Person, model: ScriptedModel, worker: Worker, end: str
):
    sent = await alice.ask("First?")
    async with alice.watch(sent.chat_id) as viewer:
        await eventually(lambda: len(viewer.messages) == 2)
        match end:
            case "stopped":
                await worker.stored.stops.stop(alice.scope, viewer.answer.id)
            case "failed":
                model.fail(BROKEN)
            case "only thoughts":
                model.think("Hm.")
                model.finish()
            case _:
                model.say(" \n\n")
                model.finish()
        await eventually(lambda: viewer.answer.status not in (Status.PENDING, Status.STREAMING))
        await alice.ask("Second?", sent.chat_id)
        await eventually(lambda: bool(model.requests) and model.requests[-1].turns[-1].content == "Second?")
    asked = [(turn.role, turn.content) for turn in model.requests[-1].turns]
    assert_strict(asked)
    assert [content for role, content in asked if role == "user"] == ["First?", "Second?"]


async def test_retry_continue_and_a_new_question_after_each_other_stay_in_order(
    alice: Person, model: ScriptedModel, worker: Worker
):
    sent = await alice.ask("First?")
    async with alice.watch(sent.chat_id) as viewer:
        model.think("One thought.")
        await eventually(lambda: len(viewer.messages) == 2)
        await has_thought(worker, viewer.answer.id)
        await worker.stored.stops.stop(alice.scope, viewer.answer.id)
        await eventually(lambda: viewer.answer.status == Status.STOPPED)
        await worker.stored.messages.go_on(alice.scope, viewer.answer.id)
        await eventually(lambda: len(model.requests) == 2)
        question, thought, asked = model.requests[1].turns
        assert (question.content, thought.role, "One thought." in thought.content) == ("First?", "assistant", True)
        assert asked == Turn("user", ANSWER_NOW)
        model.say("An answer")
        model.fail(BROKEN)
        await viewer.sees("An answer", "failed")
        await worker.stored.messages.go_on(alice.scope, viewer.answer.id)
        model.say(", whole.")
        model.finish()
        await viewer.sees("An answer, whole.", "completed")
        await alice.ask("Second?", sent.chat_id)
        await eventually(lambda: len(model.requests) == 4)
    for request in model.requests:
        assert_strict([(turn.role, turn.content) for turn in request.turns])


async def test_a_long_chat_without_answers_is_left_out_from_the_beginning(
    alice: Person, model: ScriptedModel, worker: Worker
):
    """Each question is a turn of its own, so that no heap of unanswered ones grows too long to be asked."""
    say_contexts({"demo": 200})
    sent = await alice.ask("one " * 60)
    async with alice.watch(sent.chat_id) as viewer:
        for number in (2, 3, 4):
            model.fail(BROKEN)
            await fails(viewer, number - 1)
            last = await alice.ask(f"{number} " * 60, sent.chat_id)
        model.say("Yes.")
        model.finish()
        await viewer.sees("Yes.", "completed")
        assert viewer.answer.counts.begins_with == last.message_id
    say_contexts({})
    asked = [(turn.role, turn.content) for turn in model.requests[-1].turns]
    assert_strict(asked)
    assert asked[-1][1].startswith("4 ")


async def fails(viewer: Viewer, answers: int) -> None:
    """Waits until so many answers have failed."""
    failed = Status.FAILED
    await eventually(lambda: [each.status for each in viewer.messages.values()].count(failed) == answers)


async def has_thought(worker: Worker, message_id: str) -> None:
    """Waits until a thought of the answer is stored."""

    async def is_stored() -> bool:
        async with worker.database.read() as session:
            attempt = (await session.exec(select(Attempt).where(Attempt.message_id == message_id))).one()
            return attempt.reasoning_end > 0

    await eventually(is_stored)


def assert_strict(turns: Roles, *, is_empty: bool = False) -> None:
    """As the chat templates of strict models ask for it."""
    if is_empty:
        assert turns == []
        return
    assert [role for role, _ in turns] == [("user", "assistant")[index % 2] for index in range(len(turns))]
    assert turns[-1][0] == "user"
    assert all(content.strip() for _, content in turns)
