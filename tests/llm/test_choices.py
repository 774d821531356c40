"""Of several answers to one question the first is shown, and all of an answer whose chunks are counted."""

import pytest

from chat_stream.llm import ErrorKind
from tests.support.provider import Cut, NoDone, NoUsage, Raw, ScriptedProvider, Stall, Step

from .asking import answer_of, ask
from .wire import DONE, chunk, event


def choices(*said: tuple[int, str, str | None]) -> Raw:
    """One chunk with several choices."""
    return event(choices=[{"index": at, "delta": {"content": text}, "finish_reason": end} for at, text, end in said])


STOP = [chunk(None, "stop"), chunk(None, "stop", 1)]

SEVERAL = {
    "in turns": [chunk("a"), chunk("X", index=1), chunk("b"), chunk("Y", index=1), chunk("c"), *STOP],
    "the other one first": [chunk(""), chunk("X", index=1), chunk("Y", index=1), chunk("abc"), *STOP],
    "the other one ends first": [chunk("a"), chunk("X", "length", 1), chunk("bc"), chunk(None, "stop")],
    "one after the other": [chunk("abc", "stop"), chunk("X", index=1), chunk("Y", "length", 1)],
    "in one chunk": [choices((0, "a", None), (1, "X", None)), choices((1, "Y", "stop"), (0, "bc", "stop"))],
    "three of one chunk each": [chunk("abc", "stop"), chunk("X", "stop", 1), chunk("Y", "stop", 2)],
    "three in turns": [chunk("ab"), chunk("X", index=1), chunk("Y", index=2), chunk("c"), *STOP],
    "others before the first goes on": [chunk("a"), *[chunk("X", index=1)] * 20, chunk("bc", "stop")],
    "without a first": [chunk("abc", index=1), chunk("X", index=2), chunk(None, "stop", 1), chunk(None, "stop", 2)],
}
COUNTED = {
    "up": [chunk("a"), chunk("b", index=1), chunk("c", index=2), chunk(None, "stop", 3)],
    "with the end in the last": [chunk("a"), chunk("b", index=1), chunk("c", "stop", 2)],
    "two": [chunk("a"), chunk("bc", "stop", 1)],
    "from one": [chunk("a", index=1), chunk("b", index=2), chunk("c", index=3), chunk(None, "stop", 4)],
    "with a role": [chunk(""), chunk("a", index=0), chunk("b", index=1), chunk("c", index=2), DONE],
    "not at all": [chunk("a", index=None), chunk("b", index=None), chunk("c", "stop", index=None)],
    "always five": [chunk("a", index=5), chunk("b", index=5), chunk("c", "stop", index=5)],
}


@pytest.mark.parametrize("script", SEVERAL.values(), ids=SEVERAL)
async def test_of_several_choices_the_first_is_the_answer(provider: ScriptedProvider, script: list[Step]):
    provider.reply(*script)

    answer = await answer_of(ask())

    assert (answer.content, answer.finish_reason, answer.error) == ("abc", "stop", None)


@pytest.mark.parametrize("script", COUNTED.values(), ids=COUNTED)
async def test_chunks_that_are_counted_are_one_answer(provider: ScriptedProvider, script: list[Step]):
    provider.reply(*script)

    answer = await answer_of(ask())

    assert (answer.content, answer.error) == ("abc", None)


async def test_a_long_answer_whose_chunks_are_counted_comes_while_it_is_written(provider: ScriptedProvider):
    texts = [f"{number} " for number in range(40)]
    provider.reply(*(chunk(text, index=number) for number, text in enumerate(texts)), Stall())

    said = ""
    chunks = ask()
    while not said.endswith("39 "):
        said += (await anext(chunks)).content
    await chunks.aclose()

    assert said == "".join(texts)


@pytest.mark.parametrize("end", [Cut(), Stall(), NoDone()], ids=str)
async def test_what_was_counted_and_broke_off_is_kept(provider: ScriptedProvider, end: Step):
    provider.reply(chunk("a"), chunk("b", index=1), chunk("c", index=2), NoUsage(), NoDone(), end)

    answer = await answer_of(ask(stall_timeout=0.2))

    assert answer.content == "abc"
    assert answer.error is not None
    assert answer.error.kind in (ErrorKind.CUT_OFF, ErrorKind.STALLED)


async def test_the_end_of_another_choice_ends_nothing(provider: ScriptedProvider):
    provider.reply(chunk("a"), chunk("X", index=1), chunk("b"), chunk(None, "stop", 1), Cut())

    answer = await answer_of(ask())

    assert answer.content == "ab"
    assert answer.error is not None
    assert answer.error.kind is ErrorKind.CUT_OFF
