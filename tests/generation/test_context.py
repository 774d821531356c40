"""A chat that is longer than its model can read is asked without its oldest messages, and it is known which."""

from collections.abc import Iterator

import pytest

from chat_stream.llm import Request, Turn, Usage, Window, say_contexts, window_of
from chat_stream.llm.chunk import Chunk
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person

CONTEXT = 200
ROOM = 135
"""Three quarters, because the answer needs a place too, and a tenth less, because it is an estimate."""
LONG = "word " * 40


@pytest.fixture(autouse=True)
def context() -> Iterator[None]:
    """Of the demo, which counts words."""
    say_contexts({"demo": CONTEXT})
    yield
    say_contexts({})


def asked(*texts: str, system: str = "") -> Request:
    turns = [Turn("user" if index % 2 == 0 else "assistant", text) for index, text in enumerate(texts)]
    return Request("demo", (*([Turn("system", system)] if system else []), *turns))


async def test_what_fits_is_asked_as_it_is():
    request = asked("Hello?", "Hi.", "And now?")
    assert await window_of(request) == Window(request, ROOM)


async def test_the_oldest_turns_are_left_out_and_a_question_comes_first():
    request = asked(LONG, LONG, LONG, LONG, "And now?", system="Be brief.")
    window = await window_of(request)
    assert window.left_out == 2
    assert window.request.turns == (request.turns[0], *request.turns[3:])
    assert window.request.turns[1].role == "user"


async def test_half_a_pair_is_left_out_with_its_question():
    window = await window_of(asked(LONG * 3, LONG, "And now?"))
    assert [turn.content for turn in window.request.turns] == ["And now?"]


async def test_the_last_question_stays_however_long_it_is():
    question = LONG * 10
    assert (await window_of(asked("Hello?", "Hi.", question))).request == asked(question)


async def test_who_goes_on_is_told_what_was_asked_and_what_was_answered():
    request = asked(LONG, LONG, LONG, LONG * 2, "Go on.")
    assert (await window_of(request, tail=3)).request.turns == request.turns[2:]


async def test_of_an_unknown_model_nothing_is_left_out():
    say_contexts({})
    request = asked(LONG * 100, LONG * 100, "And now?")
    assert await window_of(request) == Window(request)


async def test_by_the_tables_a_long_chat_is_counted_in_tokens():
    request = asked("token " * 9000, "Yes.", "And now?")
    window = await window_of(Request("openai/gpt-4", request.turns))
    assert window.room
    assert 5000 < window.room < 8192
    assert window.request.turns == request.turns[2:]


async def test_an_answer_keeps_how_much_its_model_could_read_and_from_where_on(
    alice: Person, model: ScriptedModel, worker: Worker
):
    say_contexts({"demo": CONTEXT})  # again, because a worker that starts has its settings' own
    sent = await alice.ask(LONG * 2)
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Yes.")
        model.add(Chunk(usage=Usage(80, 1)))
        model.finish()
        await viewer.sees("Yes.", "completed")
        assert (viewer.answer.counts.room, viewer.answer.counts.begins_with) == (ROOM, None)
        again = await alice.ask(LONG * 2, sent.chat_id)
        model.say("Yes, again.")
        model.finish()
        await eventually(lambda: viewer.answer.counts.begins_with == again.message_id)
    assert [turn.content for turn in model.requests[1].turns] == [LONG * 2]
