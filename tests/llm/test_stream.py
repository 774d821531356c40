"""The provider's text arrives: all of it, and nothing else."""

import asyncio

import pytest

from chat_stream.llm import Request, Turn, Usage, stream
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
    token_texts,
)
from tests.support.provider import Usage as SaysUsage

from .asking import answer_of, ask

EXACT = (
    "  leading and trailing  ",
    "\n\n",
    "\n",
    " ",
    "\t",
    "e\u0301 cafe\u0301",
    "👩‍🚀👨‍👩‍👧‍👦🇪🇺",
    "مرحبا \u200f(123) שלום",
    "nul\x00nul",
    "\ud83d",
    "\ude00",
    "<think>not a thought</think>",
    "</s><|im_end|><s>",
    "data: [DONE]\n\ndata: {}",
    "\r\n\u2028\u2029\x85",
    '"\\u0041"',
    "\ufeff",
    "```\n\tcode\n```\n",
)


async def test_every_text_comes_through_as_it_was_sent(provider: ScriptedProvider):
    provider.reply(*(Say(text) for text in EXACT), Finish())

    answer = await answer_of(ask())

    assert answer.content == provider.calls[0].text == "".join(EXACT)
    assert answer.error is None


async def test_reasoning_comes_apart_from_the_content(provider: ScriptedProvider):
    provider.reply(*(Reasoning(text) for text in EXACT), Say("So: 42"), Finish())

    answer = await answer_of(ask())

    assert answer.reasoning == provider.calls[0].reasoning
    assert answer.content == "So: 42"


async def test_reasoning_under_its_other_name_is_reasoning_too(provider: ScriptedProvider):
    provider.reply(Raw('data: {"choices":[{"index":0,"delta":{"reasoning":"hm"}}]}\n\n'), Say("42"), Finish())

    assert (await answer_of(ask())).reasoning == "hm"


async def test_each_chunk_comes_when_it_is_sent(provider: ScriptedProvider):
    provider.reply(Say("at once"), Stall())

    async with asyncio.timeout(5):
        chunks = ask()
        assert (await anext(chunks)).content == "at once"
    await chunks.aclose()


async def test_usage_finish_and_model_are_what_the_provider_says(provider: ScriptedProvider):
    provider.reply(Say("Hello"), Finish("length"), SaysUsage(11, 22))

    answer = await answer_of(ask(model="openai/some-model"))

    assert answer.usage == Usage(prompt_tokens=11, completion_tokens=22)
    assert answer.finish_reason == "length"
    assert answer.model == "some-model"
    assert answer.error is None


async def test_an_answer_without_usage_is_whole(provider: ScriptedProvider):
    provider.reply(Say("Hello"), Finish(), NoUsage())

    answer = await answer_of(ask())

    assert answer.content == "Hello"
    assert answer.usage is None
    assert answer.error is None


@pytest.mark.parametrize("end", [NoDone(), Cut(), Error(500), Raw("data: {oops\n\n")], ids=repr)
async def test_nothing_that_goes_wrong_after_the_finish_takes_the_answer_away(provider: ScriptedProvider, end: Cut):
    provider.reply(Say("Hello"), Finish(), end)

    answer = await answer_of(ask())

    assert (answer.content, answer.finish_reason, answer.error) == ("Hello", "stop", None)


async def test_a_finished_answer_waits_for_its_usage_only_so_long(provider: ScriptedProvider):
    provider.reply(Say("Hello"), Finish(), Stall())

    answer = await answer_of(ask(stall_timeout=0.1))

    assert (answer.content, answer.finish_reason, answer.error) == ("Hello", "stop", None)


async def test_the_whole_prompt_is_sent(provider: ScriptedProvider):
    turns = (Turn("system", "Be brief."), Turn("user", "Hi"), Turn("assistant", "Hello"), Turn("user", "Bye\n👋"))

    await answer_of(stream(Request("openai/scripted", turns)))

    call = provider.calls[0]
    assert call.messages == [{"role": turn.role, "content": turn.content} for turn in turns]
    assert call.is_stream
    assert call.wants_usage
    assert call.has_key


async def test_a_hundred_and_fifty_answers_are_read_at_once(provider: ScriptedProvider):
    """httpx alone would hold the hundred-and-first back."""
    provider.always(Say("a"), Stall())
    asked = [ask() for _ in range(150)]

    async with asyncio.timeout(30):
        first = await asyncio.gather(*(anext(chunks) for chunks in asked))

    assert [chunk.content for chunk in first] == ["a"] * 150
    await asyncio.gather(*(chunks.aclose() for chunks in asked))


async def test_a_long_answer_of_equal_tokens_is_no_mistake(provider: ScriptedProvider):
    provider.reply(*[Say("-----")] * 300, Finish())

    assert (await answer_of(ask())).content == "-----" * 300


async def test_a_steady_stream_is_the_same_for_the_same_seed(provider: ScriptedProvider):
    provider.reply(provider.tokens(500, rate=5000, seed=7), Finish())

    answer = await answer_of(ask())

    assert answer.content == "".join(token_texts(500, seed=7))


async def test_a_server_of_ones_own_needs_no_key(provider: ScriptedProvider, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("OPENAI_API_KEY")

    assert (await answer_of(ask("Anyone?"))).content == "You said: Anyone?"
