"""LiteLLM makes no connection but through our transport, and opens an answer as we read it."""

import importlib
from typing import Any

import httpx
import pytest

from chat_stream.llm import Credentials, Request, Turn
from chat_stream.llm.answer import open_answer
from chat_stream.llm.litellm import library
from chat_stream.llm.network import public_network
from chat_stream.llm.network.responses import note_responses
from tests.support.provider import Finish, Say, ScriptedProvider


@pytest.fixture
def clients() -> list[httpx.AsyncClient]:
    """As LiteLLM makes them for OpenAI's package, and for everything else."""
    library.load()
    http: Any = importlib.import_module("litellm.llms.custom_httpx.http_handler")
    openai: Any = importlib.import_module("litellm.llms.openai.common_utils")
    made = http.AsyncHTTPHandler().client, openai.BaseOpenAILLM._get_async_http_client()
    return [client for client in made if client is not None]


async def test_each_client_goes_through_our_transport(clients: list[httpx.AsyncClient], provider: ScriptedProvider):
    assert len(clients) == 2
    for client in clients:
        responses = note_responses()
        await client.get(f"{provider.url}/v1/models")
        assert len(responses) == 1
        await client.aclose()


async def test_an_answer_that_bypassed_our_transport_is_not_read(
    monkeypatch: pytest.MonkeyPatch, provider: ScriptedProvider
):
    """If LiteLLM made a connection of its own, the address that a user entered would be unchecked."""
    http: Any = importlib.import_module("litellm.llms.custom_httpx.http_handler")
    own = httpx.AsyncHTTPTransport()
    monkeypatch.setattr(http.AsyncHTTPHandler, "create_async_transport", lambda **_: own)
    monkeypatch.setattr(public_network, "is_public", lambda _: True)
    credentials = Credentials("sk-bypassed", provider.url)
    with pytest.raises(public_network.PrivateAddress):
        await open_answer(Request("openai/scripted", (Turn("user", "Hello?"),), credentials), lambda: None)
    assert provider.calls


async def test_an_answer_is_opened_by_one_response_that_we_have(provider: ScriptedProvider):
    provider.reply(Say("Hi"), Finish())
    opened = await open_answer(Request("openai/scripted", (Turn("user", "Hello?"),)), lambda: None)
    assert "".join([chunk.content async for chunks in opened for chunk in chunks]) == "Hi"
