"""An answer without a word of text says so, and there is a way on from it."""

import json

import pytest

from chat_stream.llm import Chunk
from chat_stream.models import Status
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person, Viewer

THOUGHTS, WHITE = Chunk(reasoning="Hm, let me see."), Chunk(content=" \n\t\n")


@pytest.mark.parametrize(
    ("chunks", "reason"),
    [
        ([THOUGHTS], "failure-only-thoughts"),
        ([THOUGHTS, WHITE], "failure-only-thoughts"),
        ([THOUGHTS, Chunk(finish_reason="length")], "failure-thoughts-cut"),
        ([WHITE], "failure-blank"),
        ([Chunk(content="Hm.</think>"), Chunk(reasoning="Hm.")], "failure-only-thoughts"),
    ],
    ids=str,
)
async def test_a_blank_answer_says_why_and_goes_on(
    alice: Person, model: ScriptedModel, worker: Worker, chunks: list[Chunk], reason: str
):
    sent = await alice.ask("Well?")
    async with alice.watch(sent.chat_id) as viewer:
        for chunk in chunks:
            model.add(chunk)
        model.finish()
        assert await reason_of(viewer) == reason
        await worker.stored.messages.go_on(alice.scope, viewer.answer.id)
        model.say("At last.")
        model.finish()
        await viewer.sees("At last.", Status.COMPLETED)


async def test_an_answer_that_goes_on_with_thoughts_alone_is_no_blank_one(
    alice: Person, model: ScriptedModel, worker: Worker
):
    sent = await alice.ask("Well?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("One, two")
        model.add(Chunk(finish_reason="length"))
        model.finish()
        await viewer.sees("One, two", Status.COMPLETED)
        first = viewer.answer.attempt_id
        await worker.stored.messages.go_on(alice.scope, viewer.answer.id)
        model.think("That was all.")
        model.finish()
        await eventually(lambda: viewer.answer.attempt_id != first and viewer.answer.status == Status.COMPLETED)
        assert viewer.text == "One, two"


async def test_a_blank_answer_of_an_earlier_release_is_retried(alice: Person, model: ScriptedModel, worker: Worker):
    """It was taken for a complete one."""
    sent = await alice.ask("Well?")
    async with alice.watch(sent.chat_id) as viewer:
        model.finish()
        await eventually(lambda: len(viewer.messages) == 2 and viewer.answer.status == Status.COMPLETED)
        await worker.stored.messages.retry(alice.scope, viewer.answer.id)
        model.say("At last.")
        model.finish()
        await viewer.sees("At last.", Status.COMPLETED)


async def reason_of(viewer: Viewer) -> str:
    """The key of the text that says why the answer failed, when it has."""
    await eventually(lambda: len(viewer.messages) == 2 and viewer.answer.status == Status.FAILED)
    return json.loads(viewer.answer.reason)[0]
