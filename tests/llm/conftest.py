from collections.abc import AsyncIterator

import pytest

from chat_stream import llm
from chat_stream.llm.catalogue.providers import PROVIDERS
from tests.support.provider import ScriptedProvider

from .raw_server import Wire, serving_wire

NOWHERE = "http://127.0.0.1:9"


@pytest.fixture(autouse=True)
def no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine that runs the tests gets in."""
    for name in ("OPENAI_API_BASE", "OPENAI_BASE_URL", *(key for provider in PROVIDERS for key in provider.keys)):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OLLAMA_API_BASE", NOWHERE)


@pytest.fixture
async def provider(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[ScriptedProvider]:
    async with ScriptedProvider() as provider:
        monkeypatch.setenv("OPENAI_API_BASE", provider.url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
        yield provider
        await llm.close()


@pytest.fixture
async def wire(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Wire]:
    """A server for every protocol."""
    monkeypatch.setenv("AZURE_API_VERSION", "2024-10-21")
    async with serving_wire() as wire:
        monkeypatch.setenv("COHERE_API_BASE", f"{wire.url}/v2/chat")
        monkeypatch.setenv("COHERE_API_KEY", "sk-own")
        yield wire
        await llm.close()
