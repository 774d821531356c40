"""The properties of a model that people look at before choosing it, from LiteLLM's tables."""

from collections.abc import Mapping
from dataclasses import dataclass

from chat_stream.llm.catalogue.price_entries import Entry, entry_of
from chat_stream.llm.litellm.library import loaded

ABILITIES = {"supports_vision": "vision", "supports_function_calling": "tools", "supports_reasoning": "reasoning"}

_contexts: dict[str, int] = {}


@dataclass(frozen=True, slots=True)
class Card:
    """`context` and `longest_answer` are in tokens, prices in US dollars for a million tokens. None stands for unknown
    values."""

    context: int | None = None
    longest_answer: int | None = None
    input_price: float | None = None
    output_price: float | None = None
    abilities: tuple[str, ...] = ()


def card_of(model: str) -> Card:
    """The card of a model. It is empty for unknown models, and for all models while LiteLLM is being imported: no page
    waits seconds for a price. A context from the settings takes precedence over the tables."""
    litellm = loaded()
    said = _contexts.get(model)
    entry: Entry = entry_of(model, litellm.model_cost) if litellm else {}
    return Card(
        context=said or _tokens(entry.get("max_input_tokens")),
        longest_answer=_tokens(entry.get("max_output_tokens")),
        input_price=_for_a_million(entry.get("input_cost_per_token")),
        output_price=_for_a_million(entry.get("output_cost_per_token")),
        abilities=tuple(word for name, word in ABILITIES.items() if entry.get(name)),
    )


def say_contexts(contexts: Mapping[str, int]) -> None:
    """Sets the contexts of models that the tables don't know, such as those on servers of one's own."""
    _contexts.clear()
    _contexts.update(contexts)


def _tokens(said: object) -> int | None:
    return int(said) if isinstance(said, int | float) else None


def _for_a_million(price: object) -> float | None:
    return round(price * 1_000_000, 6) if isinstance(price, int | float) else None
