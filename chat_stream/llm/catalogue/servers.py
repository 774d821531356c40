"""The models that a server lists itself: OpenAI-compatible servers, and Ollama."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import httpcore
import httpx
import structlog

from chat_stream.llm.catalogue.addresses import base_of, candidates, ollama_base, openai_base
from chat_stream.llm.catalogue.providers import OLLAMA, OPENAI
from chat_stream.llm.credentials import Credentials
from chat_stream.llm.errors import ErrorKind, ProviderError
from chat_stream.llm.failures import explain
from chat_stream.llm.network.transport import transport_for
from chat_stream.texts import Text

NO_CHAT = re.compile(r"embed|whisper|tts|dall-e|image|moderation|rerank|transcribe|realtime|audio|sora", re.IGNORECASE)

NO_LIST = Text("failure-no-list")
NO_MODELS = Text("failure-no-models")
NOT_THERE = (404, 405, 410)
"""Statuses for a route that doesn't exist."""
MOST_MODELS = 100

_found: dict[str, str] = {}
"""The addresses at which servers were found, by the addresses that were entered."""

log = structlog.get_logger()


async def compatible_models() -> list[str]:
    """The models of the server at `OPENAI_API_BASE`, in its order. Empty without one, or if it doesn't answer within 2
    s."""
    if not (base := openai_base()):
        return []
    key = os.environ.get("OPENAI_API_KEY", "")
    try:
        return (await models_at(Credentials(key, base, must_be_public=False), seconds=2.0)).names
    except ProviderError as error:
        log.warning("The models of the server at OPENAI_API_BASE aren't known.", address=base, why=error.sentence)
        return []


@dataclass(frozen=True, slots=True)
class Server:
    """An OpenAI-compatible server: the base of its addresses, and the names of its models."""

    address: str
    names: list[str]


async def models_at(credentials: Credentials, seconds: float = 5.0) -> Server:
    """The server at the address in the credentials, which may lack its version. `seconds` limits the time to answer.

    Raises:
        ProviderError: There is no list of models, or none in it, or the address may not be asked.
    """
    network = transport_for(must_be_public=credentials.must_be_public)
    headers = {"Authorization": f"Bearer {credentials.key}"} if credentials.key else {}
    async with httpx.AsyncClient(transport=network, timeout=seconds, headers=headers, follow_redirects=True) as client:
        try:
            server = await _first_list(client, candidates(base_of(credentials.address)))
        except (httpx.HTTPError, httpx.InvalidURL, httpcore.ConnectError, OSError) as error:
            raise explain(error, f"{OPENAI.code}/", credentials) from None
    if not server.names:
        raise ProviderError(ErrorKind.UNKNOWN_MODEL, NO_MODELS)
    _found[base_of(credentials.address)] = server.address
    return server


async def address_of(credentials: Credentials) -> str:
    """The base of a server's addresses. The first result is remembered until the app ends."""
    base = base_of(credentials.address)
    if base not in _found and len(candidates(base)) > 1:
        try:
            await models_at(credentials)
        except ProviderError as error:
            if error.kind is ErrorKind.GARBLED:  # it answers, but has no list: that won't change
                _found[base] = base
    return _found.get(base, base)


async def _first_list(client: httpx.AsyncClient, bases: Sequence[str]) -> Server:
    for base in bases:
        response = await client.get(f"{base}/models")
        _check_host(base, response.url)
        if response.status_code not in NOT_THERE:
            response.raise_for_status()
            if (names := _names_in(response)) is not None:
                return Server(str(response.url).removesuffix("/models"), names)
    raise ProviderError(ErrorKind.GARBLED, NO_LIST)


def _check_host(base: str, reached: httpx.URL) -> None:
    """Refuses redirects to another host: a key that was meant for one server isn't given to another."""
    if reached.host != httpx.URL(base).host:
        elsewhere = str(reached).removesuffix("/models")
        raise ProviderError(ErrorKind.GARBLED, Text("failure-elsewhere", address=elsewhere))


def _names_in(response: httpx.Response) -> list[str] | None:
    """The names of the models that can chat; None if this isn't a list of models."""
    try:
        listed: Any = response.json()
        entries = cast("Any", listed["data"] if isinstance(listed, dict) else listed)
        names = [str(entry["id"]) for entry in entries]
    except (ValueError, KeyError, TypeError):
        return None
    return [f"{OPENAI.code}/{name}" for name in names if not NO_CHAT.search(name)][:MOST_MODELS]


async def ollama_models() -> list[str]:
    """The models that Ollama has pulled. No Ollama within 1 s is a normal case."""
    try:
        listed = await _get(f"{ollama_base()}/api/tags", seconds=1.0)
        names = [model["name"] for model in listed["models"]]
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, KeyError, TypeError):
        return []
    return [f"{OLLAMA.code}/{name}" for name in names if not NO_CHAT.search(name)]


async def _get(url: str, seconds: float) -> Any:
    async with httpx.AsyncClient(timeout=seconds) as client:
        response = await client.get(url)
    return response.raise_for_status().json()
