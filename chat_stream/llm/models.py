"""Which models a person can choose from: what the settings say, or else what the environment opens."""

import asyncio
from dataclasses import dataclass

from .library import library
from .price_list import listed_models
from .providers import DEMO, provider_of
from .servers import compatible_models, ollama_models


@dataclass(frozen=True, slots=True)
class Model:
    """`name` goes into a `Request`; `label` and `provider` are for people: `gpt-4o`, `OpenAI`."""

    name: str
    label: str
    provider: str


async def available_models(settings_models: tuple[str, ...]) -> list[Model]:
    """The first is the default. Never empty: without any key and any Ollama, there is the demo.

    Raises `ValueError` where a name in the settings belongs to no provider that LiteLLM knows.
    """
    names = settings_models or await _found()
    for name in settings_models:
        await _check(name)
    return [Model(name, label(name), provider_of(name).label) for name in dict.fromkeys(names)]


def label(name: str) -> str:
    """What a person calls a model: the end of its name."""
    return "Demo" if name == DEMO.code else name.rsplit("/", 1)[-1].removesuffix(":latest")


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
