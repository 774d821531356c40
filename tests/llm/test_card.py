"""The properties of a model before it is chosen."""

import pytest

from chat_stream.llm import Card, card_of
from chat_stream.llm.litellm.library import library


async def test_a_known_model_has_context_prices_and_abilities():
    await library()
    card = card_of("openai/gpt-4o")
    assert card.context == 128_000
    assert (card.input_price, card.output_price) == (2.5, 10.0)
    assert card.longest_answer
    assert card.abilities == ("vision", "tools")
    assert "reasoning" in card_of("anthropic/claude-sonnet-4-5").abilities


@pytest.mark.parametrize("model", ["demo", "openai/somebodys-own", "ollama_chat/llama3"])
async def test_of_others_nothing_is_made_up(model: str):
    await library()
    assert card_of(model) == Card()
