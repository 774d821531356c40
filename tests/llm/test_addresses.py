"""Addresses as people write them lead to the server that they mean, or to a sentence that says what is wrong."""

from typing import Self

import pytest
from aiohttp import web

from chat_stream.llm import Credentials, ProviderError, Server, base_of
from chat_stream.llm.catalogue.addresses import ollama_base
from chat_stream.llm.catalogue.servers import address_of, models_at
from tests.support.provider import Finish, Say, ScriptedProvider

from .asking import answer_of, ask


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://api.example.com/v1/", "https://api.example.com/v1"),
        (" https://api.example.com/v1\n", "https://api.example.com/v1"),
        ('"https://api.example.com/v1"', "https://api.example.com/v1"),
        ("<https://api.example.com/v1>", "https://api.example.com/v1"),
        ("https://api.example.com/v1/chat/completions", "https://api.example.com/v1"),
        ("https://api.example.com/v1/chat/completions/", "https://api.example.com/v1"),
        ("https://api.example.com/v1/models", "https://api.example.com/v1"),
        ("https://api.example.com/v1/#models", "https://api.example.com/v1"),
        ("HTTPS://api.example.com/v1", "https://api.example.com/v1"),
        ("api.example.com/v1", "https://api.example.com/v1"),
        ("localhost:8080", "http://localhost:8080"),
        ("192.168.1.5:1234/v1", "http://192.168.1.5:1234/v1"),
        ("[::1]:8080/v1/", "http://[::1]:8080/v1"),
        ("gpu-box:8000", "http://gpu-box:8000"),
        ("models.lan:8000", "http://models.lan:8000"),
        ("https://openrouter.ai/api/v1/chat/completions", "https://openrouter.ai/api/v1"),
        ("https://example.com/v1beta/openai/", "https://example.com/v1beta/openai"),
        ("https://example.com/api/paas/v4/", "https://example.com/api/paas/v4"),
        ("https://x.services.ai.azure.com/models", "https://x.services.ai.azure.com/models"),
        ("https://example.com/v1/responses", "https://example.com/v1"),
        ("", ""),
        ("  ", ""),
        ("http://[::1", "http://[::1"),
    ],
)
def test_what_does_not_belong_to_an_address_is_left_out(written: str, meant: str):
    assert base_of(written) == meant
    assert base_of(meant) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("", "http://localhost:11434"),
        ("0.0.0.0", "http://127.0.0.1:11434"),
        ("0.0.0.0:1234", "http://127.0.0.1:1234"),
        (":1234", "http://localhost:1234"),
        ("gpu-box", "http://gpu-box:11434"),
        ("[::]:11434", "http://[::1]:11434"),
        ("http://localhost:11434/", "http://localhost:11434"),
        ("http://localhost:11434/v1", "http://localhost:11434"),
        ("http://localhost:11434/api", "http://localhost:11434"),
        ("https://ollama.example.com/api/tags", "https://ollama.example.com"),
    ],
)
@pytest.mark.parametrize("variable", ["OLLAMA_API_BASE", "OLLAMA_HOST"])
def test_ollama_is_where_its_own_variables_say(
    written: str, meant: str, variable: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("OLLAMA_API_BASE", raising=False)
    monkeypatch.delenv("OLLAMA_HOST", raising=False)
    monkeypatch.setenv(variable, written)
    assert ollama_base() == meant


@pytest.mark.parametrize("ending", ["/v1", "/v1/", "", "/", "/v1/chat/completions", "/v1/models/", "/api"])
async def test_an_answer_comes_whatever_the_address_ends_with(
    ending: str, provider: ScriptedProvider, monkeypatch: pytest.MonkeyPatch
):
    host = provider.url.removesuffix("/v1")
    monkeypatch.setenv("OPENAI_API_BASE", host + ending)
    provider.always(Say("Here."), Finish())

    assert (await answer_of(ask())).content == "Here."


@pytest.mark.parametrize("name", ["org/model", "org/deep/model:free", "model with spaces", "model:7b-q4_K_M", "a%2Fb"])
async def test_the_name_of_a_model_arrives_as_it_is(name: str, provider: ScriptedProvider):
    provider.always(Say("Here."), Finish())

    assert (await answer_of(ask(model=f"openai/{name}"))).content == "Here."
    assert provider.calls[0].model == name


class Site:
    """A web server whose routes a test says. Enter it when they are said."""

    def __init__(self) -> None:
        self._app = web.Application()
        self._runner = web.AppRunner(self._app, access_log=None)
        self.url = ""

    def on(self, path: str, text: str = "", *, status: int = 200, kind: str = "application/json", to: str = "") -> None:
        async def answer(_: web.Request) -> web.Response:
            headers = {"Location": to} if to else {}
            return web.Response(status=status, text=text, content_type=kind, headers=headers)

        self._app.router.add_get(path, answer)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()


def at(address: str, key: str = "") -> Credentials:
    return Credentials(key, address, must_be_public=False)


LISTED = '{"object": "list", "data": [{"id": "one", "object": "model"}]}'
WELCOME = "<!doctype html><title>Welcome</title>"


async def test_a_server_is_found_where_it_has_a_list_and_not_where_it_has_a_page():
    site = Site()
    site.on("/models", WELCOME, kind="text/html")
    site.on("/proxy/models", WELCOME, kind="text/html")
    site.on("/proxy/v1/models", LISTED)
    async with site:
        assert await models_at(at(f"{site.url}/proxy/")) == Server(f"{site.url}/proxy/v1", ["openai/one"])
        assert await address_of(at(f"{site.url}/proxy")) == f"{site.url}/proxy/v1"
        assert await address_of(at(f"{site.url}/v1")) == f"{site.url}/v1"


async def test_a_server_without_a_list_is_called_at_the_address_that_is_written():
    async with Site() as site:
        assert await address_of(at(f"{site.url}/inference")) == f"{site.url}/inference"


async def test_a_list_without_its_frame_is_one():
    site = Site()
    site.on("/v1/models", '[{"id": "one"}, {"id": "text-embedding-3"}]')
    async with site:
        assert (await models_at(at(site.url))).names == ["openai/one"]


async def test_a_redirect_within_a_server_is_followed_once_and_for_all():
    site = Site()
    site.on("/v1/models", status=308, to="/openai/v1/models")
    site.on("/openai/v1/models", LISTED)
    async with site:
        assert (await models_at(at(site.url))).address == f"{site.url}/openai/v1"


@pytest.mark.parametrize(
    ("status", "text", "kind", "to", "sentence"),
    [
        (200, WELCOME, "text/html", "", "There is no list of models"),
        (200, '{"hello": "there"}', "application/json", "", "There is no list of models"),
        (200, '"hello"', "application/json", "", "There is no list of models"),
        (404, "not found", "text/plain", "", "There is no list of models"),
        (200, '{"data": []}', "application/json", "", "no models at this address"),
        (200, '{"data": [{"id": "whisper-1"}]}', "application/json", "", "no models at this address"),
        (401, '{"error": {"message": "who?"}}', "application/json", "", "refused the key"),
        (302, "", "text/html", "http://localhost:9/login", "can't be reached"),
    ],
)
async def test_what_is_wrong_with_an_address_is_a_sentence(status: int, text: str, kind: str, to: str, sentence: str):
    site = Site()
    site.on("/v1/models", text, status=status, kind=kind, to=to)
    async with site:
        with pytest.raises(ProviderError) as failed:
            await models_at(at(f"{site.url}/v1", "sk-12345678"))
    assert sentence in failed.value.sentence


async def test_a_key_is_not_carried_to_another_server():
    """Two names for one machine are two servers."""
    other, site = Site(), Site()
    other.on("/v1/models", LISTED)
    async with other:
        elsewhere = other.url.replace("127.0.0.1", "localhost")
        site.on("/v1/models", status=307, to=f"{elsewhere}/v1/models")
        async with site:
            with pytest.raises(ProviderError) as failed:
                await models_at(at(site.url, "sk-12345678"))
    assert f"{elsewhere}/v1" in failed.value.sentence


async def test_a_private_address_is_not_asked_for_its_models():
    with pytest.raises(ProviderError) as failed:
        await models_at(Credentials("sk-12345678", "http://localhost:9/v1"))
    assert "private network" in failed.value.sentence
