"""Thoughts between marks are reasoning, at an answer's beginning and nowhere else; however it is cut into pieces."""

import asyncio
import time

import pytest

from chat_stream.llm import Chunk, ErrorKind, Request, Turn, answer_without_thoughts, stream
from chat_stream.llm.thoughts import Thoughts
from chat_stream.llm.thoughts.marks import CLOSINGS
from tests.support.provider import Cut, Finish, Reasoning, Say, ScriptedProvider, Stall

from .asking import answer_of, ask
from .test_stream import EXACT

HARMONY = "<|channel|>analysis<|message|>hm<|end|><|start|>assistant<|channel|>final<|message|>42"
PREAMBLE = "<|channel|>analysis<|message|>h<|end|><|start|>assistant<|channel|>commentary<|message|>m<|end|>"


def sorted_text(text: str, size: int, *, connection: object = None, is_whole: bool = True) -> tuple[str, str]:
    """Content and reasoning of a text that comes in pieces of this size."""
    thoughts = Thoughts(connection or object())
    chunks = [thoughts.sort(Chunk(text[start : start + size])) for start in range(0, len(text), size)]
    chunks.append(thoughts.rest(is_whole=is_whole))
    return "".join(chunk.content for chunk in chunks), "".join(chunk.reasoning for chunk in chunks)


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 1000])
@pytest.mark.parametrize(
    ("text", "content", "reasoning"),
    [
        *((f"{opening}hm{closings[0]}42", "42", "hm") for opening, closings in CLOSINGS.items()),
        ("<think>hm</think>42", "42", "hm"),
        ("<think>\nhm\n\nwell\n</think>\n\n42\n", "42\n", "hm\n\nwell"),
        ("\n\n<think>hm</think>42", "42", "hm"),
        ("<THINK>hm</THINK> 42", "42", "hm"),
        ("[THINK]hm[/THINK]42", "42", "hm"),
        ("<Thought>hm</Thought>42", "42", "hm"),
        ("<think></think>42", "42", ""),
        ("<think>\n\n</think>\n\n42", "42", ""),
        ("<think>a</think>\n<think>b</think>\n42", "42", "a\n\nb"),
        ("<think>hm", "", "hm"),
        ("<think>hm</thi", "", "hm</thi"),
        ("<think>hm</think>", "", "hm"),
        ("<think>1 < 2 and <b> </b></think>42", "42", "1 < 2 and <b> </b>"),
        ("<think>a `</think>` closes</think>42", "42", "a `</think>` closes"),
        ("<think>hm</think>The mark is <think>.", "The mark is <think>.", "hm"),
        ("<|channel>thought\nhm<channel|>42", "42", "hm"),
        ("<|START_THINKING|>hm<|END_THINKING|><|START_RESPONSE|>42", "42", "hm"),
        (HARMONY, "42", "hm"),
        (HARMONY.replace("<|end|>", ""), "42", "hm"),
        (PREAMBLE + "<|start|>assistant<|channel|>final<|message|>42", "42", "h\n\nm"),
        ("<|channel|>final<|message|>42", "42", ""),
        ("<|channel|>final<|message|>4<2|><|return|>", "4<2|>", ""),
        ("<|begin_of_thought|>hm<|end_of_thought|>\n<|begin_of_solution|>42<|end_of_solution|>", "42", "hm"),
        ("<|START_THINKING|>hm<|END_THINKING|><|START_RESPONSE|>42<|END_RESPONSE|>", "42", "hm"),
        ("<think>hm</thinking>42", "42", "hm"),
        ("<think>hm</think><answer>42</answer>", "<answer>42</answer>", "hm"),
        ("</think>\n\n42", "42", ""),
        ("\n</think>42", "42", ""),
    ],
    ids=str,
)
def test_thoughts_are_taken_out_of_the_text(text: str, content: str, reasoning: str, size: int):
    assert sorted_text(text, size) == (content, reasoning)


@pytest.mark.parametrize("size", [1, 3, 1000])
@pytest.mark.parametrize(
    "text",
    [
        "".join(EXACT),
        "Models write <think>thoughts</think> first.",
        "`<think>` opens, and `</think>` closes.",
        "```xml\n<think>\nhm\n</think>\n```\nThat is all.",
        "The tag </think> closes thoughts.",
        "A line of its own:\n</think> is the closing tag.",
        "Write it like this: </think>\n\nThen answer.",
        "It ends with (</think>), or “</think>”, or </think>.",
        "</think> is the closing mark.",
        "<think",
        "<",
        "<thinker>hm</thinker>",
        "<b>bold</b>",
        "[THIN] ice",
        "  \n ",
        " " * 300,
        "a[/b]>c▷d",
        "Look:\n<div>\n</think>\n</div>",
        "42<|return|>",
    ],
    ids=str,
)
def test_whoever_writes_about_marks_is_shown_as_written(text: str, size: int):
    assert sorted_text(text, size) == (text, "")


@pytest.mark.parametrize("size", [1, 2, 5, 1000])
@pytest.mark.parametrize(
    "text",
    [
        "Let me think.\n</think>\n\n42",
        "Let me think.</think>42",
        "The user says `</think>` in code.\n\nFine.\n</think>\n\n42",
        "```\ncode\n```\nFine.\n</think>\n42",
        "Hm…\n[/THINK]\n42",
        "Hm◁/think▷42",
        "用户问好。</think>你好！",
    ],
    ids=str,
)
def test_thoughts_without_an_opening_mark_are_said_again_as_reasoning(text: str, size: int):
    connection = object()

    content, reasoning = sorted_text(text, size, connection=connection)

    assert content == text, "what was shown isn't taken back"
    answer = answer_without_thoughts(content, reasoning)
    assert answer in ("42", "你好！")
    assert text.startswith(reasoning)

    content, reasoning = sorted_text(text, size, connection=connection)
    assert content == answer, "the next answer is expected to begin so"
    assert text.startswith(reasoning)


def test_an_answer_that_was_taken_for_thoughts_is_an_answer_in_the_end():
    connection = object()
    sorted_text("Hm.\n</think>\n\n42", 3, connection=connection)

    assert sorted_text("Just so.", 3, connection=connection) == ("Just so.", "Just so.")
    assert sorted_text("Just so.", 3, connection=connection) == ("Just so.", "")


def test_thoughts_that_are_cut_are_no_answer():
    connection = object()
    sorted_text("Hm.\n</think>\n\n42", 3, connection=connection)

    assert sorted_text("Hm, well", 3, connection=connection, is_whole=False) == ("", "Hm, well")


def test_only_the_beginning_of_a_mark_waits():
    thoughts = Thoughts(object())
    assert thoughts.sort(Chunk("<th")).is_empty
    assert thoughts.sort(Chunk("ose>")).content == "<those>"
    chunk = Chunk("<think>")
    assert thoughts.sort(chunk).content == "<think>"
    assert Thoughts(object()).sort(Chunk("H")).content == "H"


@pytest.mark.parametrize("text", ["<think>", "<think>hm", "<think></think>", ""])
def test_endless_white_space_is_read_in_time_that_grows_with_it(text: str):
    begun = time.process_time()
    sorted_text(text + " " * 50_000, 1)
    assert time.process_time() - begun < 10


def test_thousands_of_marks_in_one_piece_are_read():
    assert sorted_text("<think>" * 5000 + "</think>" * 5000, 10**6)[1] == "<think>" * 4999
    assert sorted_text("<think></think>" * 5000 + "42", 10**6) == ("42", "")
    assert sorted_text("a </think> b" * 5000, 7) == ("a </think> b" * 5000, "")


async def test_thoughts_stream_as_reasoning_while_they_are_thought(provider: ScriptedProvider):
    provider.reply(Say("<thi"), Say("nk>"), Say("hm"), Stall())

    async with asyncio.timeout(20):
        chunks = ask()
        assert (await anext(chunks)).reasoning == "hm"
    await chunks.aclose()


async def test_thoughts_that_the_server_tells_apart_leave_the_text_alone(provider: ScriptedProvider):
    provider.reply(Reasoning("hm"), Say("I close with\n"), Say("</think>\n"), Say("42"), Finish())

    answer = await answer_of(ask())

    assert (answer.content, answer.reasoning) == ("I close with\n</think>\n42", "hm")


async def test_thoughts_that_a_server_sends_twice_are_said_once(provider: ScriptedProvider):
    provider.reply(Reasoning("h"), Reasoning("m"), Say("<think>\nh"), Say("m</think>"), Say("42"), Finish())
    provider.reply(Reasoning("hm"), Say("<think>other</think>42"), Finish())

    twice, apart = await answer_of(ask()), await answer_of(ask())

    assert (twice.content, twice.reasoning) == ("42", "hm")
    assert (apart.content, apart.reasoning) == ("42", "hm\n\nother")


async def test_what_waited_for_a_mark_comes_before_a_failure(provider: ScriptedProvider):
    provider.reply(Say("<think>hm</think>"), Say("a"), Cut())
    provider.reply(Say(" <thin"), Cut())
    provider.reply(Say("<"), Finish(), Stall())

    thought, cut, stalled = [await answer_of(ask(stall_timeout=0.2)) for _ in range(3)]

    assert (thought.content, thought.reasoning) == ("a", "hm")
    assert cut.content == " <thin"
    assert cut.error is not None
    assert cut.error.kind is ErrorKind.CUT_OFF
    assert (stalled.content, stalled.error) == ("<", None)


async def test_an_answer_that_goes_on_has_no_beginning(provider: ScriptedProvider):
    provider.reply(Say("<think>"), Say(" opens it."), Finish())

    answer = await answer_of(stream(Request("openai/scripted", (Turn("user", "Go on."),), goes_on=True)))

    assert (answer.content, answer.reasoning) == ("<think> opens it.", "")
