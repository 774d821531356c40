"""Counts of tokens are taken where a server sends them, and only if they can be true."""

import json
from typing import Any

import pytest

from chat_stream.llm import Request, Turn, Usage, metered
from chat_stream.llm.litellm.library import load
from tests.support.provider import Finish, NoUsage, Say, ScriptedProvider, Step

from .asking import answer_of, ask
from .wire import chunk, event

REAL = {"prompt_tokens": 12, "completion_tokens": 3, "total_tokens": 15}
NOTHING = {"prompt_tokens": 0, "completion_tokens": 0}

SAID = {
    "as text": {"prompt_tokens": "12", "completion_tokens": " 3 "},
    "as floats": {"prompt_tokens": 12.0, "completion_tokens": "3.0"},
    "by other names": {"input_tokens": 12, "output_tokens": 3},
    "by its sum": {"prompt_tokens": 12, "total_tokens": 15},
    "with nonsense beside them": REAL | {"prompt_tokens_details": None, "completion_tokens_details": "none"},
}
UNTRUE = (
    *(None, {}, [], "12", NOTHING, {"prompt_tokens": None, "completion_tokens": None}),
    *({"prompt_tokens": count} for count in (-5, "many", 10**30, "1e999", True, [3], {"tokens": 3})),
)


@pytest.mark.parametrize("usage", SAID.values(), ids=SAID)
async def test_counts_are_read_however_they_are_written(provider: ScriptedProvider, usage: dict[str, Any]):
    assert await counted(provider, event(choices=[], usage=usage)) == Usage(12, 3)


@pytest.mark.parametrize("usage", UNTRUE, ids=str)
async def test_counts_that_can_not_be_true_are_none(provider: ScriptedProvider, usage: Any):
    assert await counted(provider, event(choices=[], usage=usage)) is None


@pytest.mark.parametrize("usage", UNTRUE, ids=str)
async def test_what_can_not_be_true_takes_no_count_away(provider: ScriptedProvider, usage: Any):
    assert await counted(provider, chunk("a", usage=REAL), chunk("b", usage=usage)) == Usage(12, 3)


@pytest.mark.parametrize(
    "part",
    [
        chunk(None, "stop", usage=REAL),
        event(choices=[], x_groq={"id": "req", "usage": REAL | {"queue_time": 0.1}}),
        event(choices=[{"index": 0, "delta": {}, "finish_reason": "stop", "usage": REAL}]),
        chunk(None, "stop", usage=None, timings={"prompt_n": 4, "cache_n": 8, "predicted_n": 3, "prompt_ms": 20.5}),
        event(usage=REAL),
    ],
    ids=str,
)
async def test_counts_are_found_wherever_they_are(provider: ScriptedProvider, part: Step):
    usage = await counted(provider, part)
    assert usage is not None
    assert (usage.prompt_tokens, usage.completion_tokens) == (12, 3)


async def test_counts_that_grow_with_the_answer_are_taken_from_its_end(provider: ScriptedProvider):
    growing = [chunk(f"{number}", usage=REAL | {"completion_tokens": number}) for number in range(4)]
    assert await counted(provider, *growing) == Usage(12, 3)


async def test_what_is_counted_at_both_ends_is_put_together(provider: ScriptedProvider):
    begins, ends = {"prompt_tokens": 12, "completion_tokens": 0}, {"prompt_tokens": 0, "completion_tokens": 3}
    assert await counted(provider, chunk("a", usage=begins), chunk("b", usage=ends)) == Usage(12, 3)


@pytest.mark.parametrize("model", ["openai/gpt-4o", "demo"])
@pytest.mark.parametrize("usage", [Usage(0, 3), Usage(12, 0), None])
async def test_what_was_not_counted_is_estimated_and_says_so(model: str, usage: Usage | None):
    load()
    known = await metered(Request(model, (Turn("user", "Hello, how are you?"),)), "Fine, and you?", usage)
    assert known.is_estimated
    assert known.prompt_tokens == (usage and usage.prompt_tokens) or 3 < known.prompt_tokens < 20
    assert known.completion_tokens == (usage and usage.completion_tokens) or 2 < known.completion_tokens < 8


async def counted(provider: ScriptedProvider, *parts: Step) -> Usage | None:
    provider.reply(Say("Hello"), *parts, Finish(), NoUsage())
    answer = await answer_of(ask())
    assert answer.error is None, json.dumps(answer.error.detail)
    return answer.usage
