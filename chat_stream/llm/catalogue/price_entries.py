"""Looks up models in LiteLLM's price list, a table inside the library. Nothing is downloaded."""

from collections.abc import Mapping
from typing import Any

from chat_stream.llm.catalogue.providers import OLLAMA, provider_of

Entry = Mapping[str, Any]


def key_of(model: str, prices: Mapping[str, Entry]) -> str | None:
    """The model's name in the price list; None if it isn't there.

    Most models have their provider's prefix there, some don't. A local model with a known name costs nothing.
    """
    provider = provider_of(model)
    if provider.label == OLLAMA.label:
        return None
    for key in (model, model.removeprefix(f"{provider.code}/"), f"{provider.code}/{model}"):
        if prices.get(key, {}).get("litellm_provider") == provider.code:
            return key
    return None


def entry_of(model: str, prices: Mapping[str, Entry]) -> Entry:
    """The model's entry in the price list; empty if it isn't known."""
    key = key_of(model, prices)
    return prices[key] if key else {}
