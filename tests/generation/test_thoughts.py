"""Thoughts that stand at an answer's beginning, because their opening mark never came, are no part of it."""

import pytest

from chat_stream.llm import Chunk
from chat_stream.models import Chat
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person

pytestmark = pytest.mark.on_both

THOUGHTS = "The user counts."
SAID = f"{THOUGHTS}\n</think>\n\nOne, two, "


async def test_the_next_prompt_and_the_title_are_without_them(alice: Person, model: ScriptedModel, worker: Worker):
    worker.titles.model = "demo"
    sent = await alice.ask("Count.")
    async with alice.watch(sent.chat_id) as viewer:
        model.say(SAID)
        model.think(THOUGHTS)
        model.finish()
        await viewer.sees(SAID, "completed")
    await eventually(lambda: len(model.requests) == 2)
    assert THOUGHTS not in model.requests[1].turns[0].content
    assert "One, two, " in model.requests[1].turns[0].content
    model.say("Of what?\n</think>\n\nCounting")
    model.think("Of what?")
    model.finish()
    await eventually(lambda: not worker.titles.running)
    async with worker.database.read() as session:
        assert (await session.get_one(Chat, sent.chat_id)).title == "Counting"

    await alice.ask("And then?", sent.chat_id)
    await eventually(lambda: len(model.requests) == 3)
    assert [turn.content for turn in model.requests[2].turns] == ["Count.", "One, two, ", "And then?"]


@pytest.mark.parametrize("has_thought", [True, False])
async def test_an_answer_goes_on_without_them(alice: Person, model: ScriptedModel, worker: Worker, has_thought: bool):
    sent = await alice.ask("Count.")
    async with alice.watch(sent.chat_id) as viewer:
        if has_thought:
            model.say(SAID)
            model.think(THOUGHTS)
        else:
            model.say("One, two, ")
        model.add(Chunk(finish_reason="length"))
        model.finish()
        await viewer.sees(SAID if has_thought else "One, two, ", "completed")
        await worker.stored.messages.go_on(alice.scope, viewer.answer.id)
        await eventually(lambda: len(model.requests) == 2)
        model.say("three.")
        model.finish()
        await viewer.sees("One, two, three.", "completed")
    assert model.requests[1].turns[1].content == "One, two, "
    assert model.requests[1].goes_on is not has_thought
