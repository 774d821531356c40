"""The models of the providers that have a key, from LiteLLM's price list, reduced to a list to choose from."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from chat_stream.llm.catalogue.addresses import openai_base
from chat_stream.llm.catalogue.providers import OPENAI, PROVIDERS, Provider
from chat_stream.llm.litellm.library import library

MOST_OF_ONE_PROVIDER = 8

# Dated snapshots, aliases, and models that aren't made for chatting.
LEFT_OUT = re.compile(
    r"\d{4}-\d{2}-\d{2}|-\d{8}|-\d{4}(-|$)|-\d{2}-\d{4}|@|ft:|chat-latest|audio|realtime|search|live|image|tts|"
    r"transcribe|instruct\b|vision|exp\b|experimental|preview|beta|robotics|computer-use|research|container|guard|"
    r"customtools|lyria|gemini/gemma|gemini-gemma|learnlm|mistral/.*glm|"
    r"embed|fim|code|cyber|gv2|-latest-|together-ai-|pplx|llama-2-|accounts/"
)
VERSION = re.compile(r"\d+(?:[.-]\d+)*(?![\dbk])")


async def listed_models() -> list[str]:
    """Names for `Request.model`, by provider, the newest version first. Imports LiteLLM only if there is a key."""
    with_key = [provider for provider in PROVIDERS if provider.has_key and not _lists_itself(provider)]
    if not with_key:
        return []
    prices: Mapping[str, Mapping[str, Any]] = (await library()).model_cost
    return [name for provider in with_key for name in _models_of(provider, prices)]


async def listed_models_of(provider: Provider) -> list[str]:
    """The names for one provider, with or without a key in the environment."""
    return _models_of(provider, (await library()).model_cost)


def _lists_itself(provider: Provider) -> bool:
    return provider is OPENAI and openai_base() is not None


def _models_of(provider: Provider, prices: Mapping[str, Mapping[str, Any]]) -> list[str]:
    names = [name for name, price in prices.items() if _is_offered(provider, name, price)]
    full = {f"{provider.code}/{name.removeprefix(provider.code + '/')}": None for name in names}
    return sorted(full, key=_version, reverse=True)[:MOST_OF_ONE_PROVIDER]


def _is_offered(provider: Provider, name: str, price: Mapping[str, Any]) -> bool:
    is_chat = price.get("litellm_provider") == provider.code and price.get("mode") == "chat"
    return is_chat and not LEFT_OUT.search(name) and not _is_retired(price)


def _is_retired(price: Mapping[str, Any]) -> bool:
    retired = price.get("deprecation_date")
    return isinstance(retired, str) and retired <= datetime.now(UTC).date().isoformat()


def _version(name: str) -> tuple[int, ...]:
    """The version in a model's name: (5, 1) for `openai/gpt-5.1-mini`. A size as in `gemma-27b` isn't a version."""
    found = VERSION.search(name.rsplit("/", 1)[-1])
    return tuple(int(number) for number in re.split(r"[.-]", found[0])) if found else ()
