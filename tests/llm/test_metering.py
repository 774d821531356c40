"""Tokens and cost of an answer: the provider's count, or an estimate that says it is one."""

import pytest

from chat_stream.llm import Request, Turn, Usage, metered
from chat_stream.llm.litellm.library import load

HELLO = (Turn("system", "Be brief."), Turn("user", "Hello, how are you?"))


@pytest.fixture(scope="module", autouse=True)
def library() -> None:
    """As in an app that has warmed up."""
    load()


@pytest.mark.parametrize("model", ["openai/gpt-4o", "anthropic/claude-sonnet-4-5", "gemini/gemini-2.5-pro", "gpt-5"])
async def test_what_a_provider_counted_has_its_price_by_the_list(model: str):
    usage = await metered(Request(model, HELLO), "Fine.", Usage(1000, 100))
    assert (usage.prompt_tokens, usage.completion_tokens, usage.is_estimated) == (1000, 100, False)
    assert usage.cost
    assert 0.0005 < usage.cost < 0.02


async def test_tokens_that_the_provider_had_from_before_cost_less():
    fresh, cached = [
        await metered(Request("openai/gpt-5", HELLO), "Fine.", Usage(1000, 100, tokens)) for tokens in (0, 800)
    ]
    assert fresh.cost
    assert cached.cost
    assert cached.cost == pytest.approx(fresh.cost - 800 * (1.25e-6 - 0.125e-6))


async def test_what_no_provider_counted_is_estimated():
    usage = await metered(Request("openai/gpt-4o", HELLO), "Fine, and you?", None)
    assert usage.is_estimated
    assert 10 < usage.prompt_tokens < 30
    assert 3 <= usage.completion_tokens <= 7
    assert usage.cost


@pytest.mark.parametrize("model", ["openai/somebodys-own", "ollama_chat/llama3", "nobody/knows", "demo"])
async def test_a_model_that_the_list_does_not_know_has_no_price(model: str):
    usage = await metered(Request(model, HELLO), "Fine.", None)
    assert usage.is_estimated
    assert usage.completion_tokens > 0
    assert usage.cost is None
