"""The models that people can choose: those of the settings, or else those that the environment makes available."""

import asyncio
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from chat_stream.llm.catalogue.price_list import listed_models, listed_models_of
from chat_stream.llm.catalogue.providers import BY_CODE, DEMO, provider_of
from chat_stream.llm.catalogue.servers import Server, compatible_models, models_at, ollama_models
from chat_stream.llm.credentials import Credentials
from chat_stream.llm.litellm.library import library


@dataclass(frozen=True, slots=True)
class Model:
    """`name` is the name for a `Request`. `label` and `provider` are for people: `gpt-4o`, `OpenAI`."""

    name: str
    label: str
    provider: str


async def available_models(settings_models: tuple[str, ...]) -> list[Model]:
    """The available models, the default first. Never empty: without a key and without Ollama, there is the demo.

    Raises `ValueError` where a name in the settings belongs to no provider that LiteLLM knows.
    """
    names = settings_models or await _found()
    for name in settings_models:
        await _check(name)
    return told_apart(described(name) for name in dict.fromkeys(names))


async def server_with(provider: str, credentials: Credentials) -> Server:
    """The models that an account's own key makes available, with the effective address of a server of its own.

    Raises:
        ProviderError: The account's own server has no list of them.
    """
    if credentials.address:
        return await models_at(credentials)
    return Server("", await listed_models_of(BY_CODE[provider]))


def described(name: str) -> Model:
    """The model with this name."""
    return Model(name, label(name), provider_of(name).label)


def label(name: str) -> str:
    """The display name of a model: the end of its name."""
    return "Demo" if name == DEMO.code else name.rsplit("/", 1)[-1].removesuffix(":latest")


def told_apart(models: Iterable[Model]) -> list[Model]:
    """The models with unique labels. Those with equal labels get more of their names: `meta/llama`, or `llama
    (OpenRouter)`."""
    models = list(models)
    for naming in (_whole_name, _name_and_provider):
        counts = Counter(model.label for model in models)
        models = [model if counts[model.label] == 1 else replace(model, label=naming(model)) for model in models]
    return models


def _whole_name(model: Model) -> str:
    """The name without the provider's prefix."""
    return model.name.partition("/")[2] or model.label


def _name_and_provider(model: Model) -> str:
    return f"{model.label} ({model.provider})"


async def _found() -> tuple[str, ...]:
    compatible, listed, local = await asyncio.gather(compatible_models(), listed_models(), ollama_models())
    return *compatible, *listed, *local, DEMO.code


async def _check(name: str) -> None:
    if name == DEMO.code:
        return
    litellm = await library()
    try:
        litellm.get_llm_provider(name)
    except litellm.BadRequestError:
        raise ValueError(
            f"CHAT_STREAM_MODELS names “{name}”, which belongs to no known provider. "
            "Write the provider in front of it, as in openai/gpt-4o or ollama_chat/llama3."
        ) from None
