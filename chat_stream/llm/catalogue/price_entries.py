"""What LiteLLM's own price list says of one model. It is a table inside of the library: nothing is asked for."""

from collections.abc import Mapping
from typing import Any

from chat_stream.llm.catalogue.providers import OLLAMA, provider_of

Entry = Mapping[str, Any]


def key_of(model: str, prices: Mapping[str, Entry]) -> str | None:
    """The price list's own name of the model; None where it doesn't know it.

    Most providers stand before their models' names there, some don't. A local model of a known name costs nothing.
    """
    provider = provider_of(model)
    if provider.label == OLLAMA.label:
        return None
    for key in (model, model.removeprefix(f"{provider.code}/"), f"{provider.code}/{model}"):
        if prices.get(key, {}).get("litellm_provider") == provider.code:
            return key
    return None


def entry_of(model: str, prices: Mapping[str, Entry]) -> Entry:
    """An empty one for a model that isn't known."""
    key = key_of(model, prices)
    return prices[key] if key else {}
