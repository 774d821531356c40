"""When an answer is whole: what its provider says of its end, and what that is worth if the connection breaks."""

import asyncio

import pytest

from chat_stream.llm import ErrorKind
from chat_stream.llm.wire import reading as reading_module
from tests.support.provider import (
    Cut,
    Error,
    Finish,
    NoDone,
    NoUsage,
    Raw,
    Reasoning,
    Say,
    ScriptedProvider,
    Stall,
    Step,
    Until,
)

from .asking import answer_of, ask
from .wire import DONE, chunk, event

ROLE = Raw('data: {"choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}\n\n')
USAGE = event(choices=[], usage={"prompt_tokens": 3, "completion_tokens": 2})
MARKED = (ROLE, chunk("Hel", "stop"), chunk("lo ", "stop"), chunk("there", "stop"))
"""As proxies before Gemini send it: each chunk says that it is the last."""
BREAKS = (
    (Cut(), "cut_off"),
    (Error(500), "provider_failed"),
    (Raw("data: {oops\n\n"), "garbled"),
    (NoDone(), "cut_off"),
    (Raw('data: {"choices":[{"ind'), "cut_off"),
    (Stall(), "stalled"),
)


@pytest.mark.parametrize("count", [3, 4])
@pytest.mark.parametrize(("end", "kind"), BREAKS, ids=str)
async def test_a_finish_in_each_chunk_makes_no_answer_whole(
    provider: ScriptedProvider, count: int, end: Step, kind: str
):
    provider.reply(*MARKED[:count], NoUsage(), NoDone(), end)

    answer = await answer_of(ask(stall_timeout=0.2))

    assert answer.content == "Hello there"[: len("Hello " if count == 3 else "Hello there")]
    assert answer.error is not None
    assert answer.error.kind == kind
    assert answer.finish_reason is None


@pytest.mark.parametrize("end", [Cut(), Error(500), Stall()], ids=str)
async def test_a_finish_with_the_first_text_is_not_yet_an_end(provider: ScriptedProvider, end: Step):
    provider.reply(ROLE, chunk("Hel", "stop"), end)

    answer = await answer_of(ask(stall_timeout=0.2))

    assert (answer.content, answer.error is None) == ("Hel", False)


async def test_text_after_finishes_and_after_silence_is_text(
    provider: ScriptedProvider, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(reading_module, "LONGEST_AFTERTHOUGHT", 0.05)
    silence = asyncio.Event()
    provider.reply(*MARKED, Until(silence), chunk(", you", "stop"), chunk("!", "stop"))
    asyncio.get_running_loop().call_later(0.3, silence.set)

    answer = await answer_of(ask())

    assert (answer.content, answer.finish_reason, answer.error) == ("Hello there, you!", "stop", None)


@pytest.mark.parametrize(
    "script",
    [
        [*MARKED],
        [*MARKED, chunk(None, "stop")],
        [*MARKED, USAGE, DONE, Stall()],
        [chunk("Hello there", "stop"), NoDone(), NoUsage()],
        [chunk("Hello", ""), chunk(" there", None), chunk("", "stop")],
        [chunk("Hello", "null"), chunk(" there", "FINISH_REASON_UNSPECIFIED"), chunk(None, "eos"), Cut()],
        [Say("Hello"), chunk(" there", "stop"), Cut()],
        [Say("Hello there"), Finish(), Cut()],
        [Say("Hello there"), Finish(), Raw('data: {"choices":[],"usage":{"prompt'), NoDone(), NoUsage()],
        [Say("Hello there"), Finish(), Stall()],
        [Reasoning("Hm."), Say("Hello there"), Finish(), Cut()],
        [Say("Hello"), Finish(), chunk(" there"), DONE],
        [Say("Hello there")],
        [Say("Hello there"), NoUsage(), NoDone(), Raw("[DONE]")],
        [Say("Hello there"), DONE, chunk(" and more"), Cut()],
    ],
    ids=str,
)
async def test_an_answer_is_whole_if_its_provider_says_so(provider: ScriptedProvider, script: list[Step]):
    provider.reply(*script)

    answer = await answer_of(ask(stall_timeout=0.3))

    assert (answer.content, answer.error) == ("Hello there", None)


@pytest.mark.parametrize(
    "script",
    [
        [Say("a"), NoDone()],
        [Say("a"), Finish(), chunk("b"), Cut()],
        [Say("a"), Finish(), chunk("b"), Finish(), Cut()],
        [chunk("a", "stop"), chunk("b"), NoUsage(), NoDone()],
        [chunk("a", "stop"), chunk("b"), chunk(None, "stop"), Cut()],
        [Raw('data: {"choices":[{"index":0,"delta":{"content":"a"}}]}'), Cut()],
        [Raw('{"choices":[{"message":{"content":"a'), NoUsage(), NoDone()],
    ],
    ids=str,
)
async def test_an_answer_that_breaks_off_is_told_as_such(provider: ScriptedProvider, script: list[Step]):
    provider.reply(*script)

    answer = await answer_of(ask())

    assert answer.error is not None
    assert answer.error.kind is ErrorKind.CUT_OFF


async def test_what_was_sent_whole_before_a_cut_is_kept(provider: ScriptedProvider):
    provider.reply(Say("one "), Raw('data: {"choices":[{"index":0,"delta":{"content":"two"}}]}'), Cut())

    assert (await answer_of(ask())).content == "one two"


WHOLE = (
    "stop end_turn stop_sequence eos eos_token EOS STOP COMPLETE complete STOP_SEQUENCE end endoftext done load"
    " finished FinishReason.STOP FINISH_STOP a_word_of_tomorrow"
)
LENGTH = (
    "length max_tokens MAX_TOKENS MAX-TOKENS max_output_tokens model_length FinishReason.MAX_TOKENS token_limit "
    "time_limit model_context_window_exceeded pause_turn incomplete ERROR_LIMIT truncated limit compaction"
)
FAILURES = {
    ErrorKind.CONTENT_FILTERED: (
        "content_filter SAFETY RECITATION PROHIBITED_CONTENT BLOCKLIST SPII IMAGE_SAFETY refusal guardrail_intervened "
        "content_filtered ERROR_TOXIC sensitive FinishReason.SAFETY"
    ),
    ErrorKind.PROVIDER_FAILED: (
        "error ERROR OTHER LANGUAGE MALFORMED_FUNCTION_CALL MALFORMED_RESPONSE UNEXPECTED_TOOL_CALL "
        "TOO_MANY_TOOL_CALLS network_error malformed_model_output MISSING_THOUGHT_SIGNATURE"
    ),
    ErrorKind.CUT_OFF: "abort aborted USER_CANCEL cancelled TIMEOUT timed_out",
    ErrorKind.OVERLOADED: "insufficient_system_resource",
}


@pytest.mark.parametrize("word", WHOLE.split())
async def test_a_whole_answer_in_other_words(provider: ScriptedProvider, word: str):
    provider.reply(Say("Hello"), Finish(word))

    answer = await answer_of(ask())

    assert (answer.content, answer.finish_reason, answer.error) == ("Hello", "stop", None)


@pytest.mark.parametrize("word", LENGTH.split())
async def test_an_answer_that_could_go_on_in_other_words(provider: ScriptedProvider, word: str):
    provider.reply(Say("Hello"), Finish(word), chunk(None, "stop"))

    answer = await answer_of(ask())

    assert (answer.content, answer.finish_reason, answer.error) == ("Hello", "length", None)


async def test_a_reason_may_be_an_object(provider: ScriptedProvider):
    provider.reply(Say("Hello"), chunk(None, {"type": "length", "length": 5}))

    assert (await answer_of(ask())).finish_reason == "length"


@pytest.mark.parametrize(("kind", "word"), [(kind, word) for kind, words in FAILURES.items() for word in words.split()])
async def test_an_answer_that_is_none_in_other_words(provider: ScriptedProvider, kind: ErrorKind, word: str):
    provider.reply(Say("Hello"), Finish(word))

    answer = await answer_of(ask())

    assert answer.content == "Hello"
    assert answer.error is not None
    assert answer.error.kind is kind
    assert not answer.error.is_transient
