"""Opens one answer through LiteLLM, and finds where its parts are read and what they contain."""

import os
from collections.abc import AsyncGenerator, Collection
from contextlib import aclosing
from typing import Any

import httpx

from chat_stream.llm.catalogue.addresses import ollama_base, openai_base
from chat_stream.llm.catalogue.providers import DEMO, OLLAMA, OPENAI, provider_of
from chat_stream.llm.catalogue.servers import address_of
from chat_stream.llm.chunk import Chunk
from chat_stream.llm.credentials import Credentials
from chat_stream.llm.litellm.library import library
from chat_stream.llm.litellm.options import messages_of, options_of
from chat_stream.llm.network.pausing_network import OnRead, pause_reads
from chat_stream.llm.network.public_network import PrivateAddress, confined_to_public
from chat_stream.llm.network.responses import note_responses
from chat_stream.llm.patience import CONNECTING
from chat_stream.llm.protocols import Read, protocol_of
from chat_stream.llm.request import Request
from chat_stream.llm.wire.events import Events, parts_of
from chat_stream.llm.wire.parts import chunks_of, without_guesses
from chat_stream.llm.wire.seen import Seen

NO_KEY = "none"
"""A placeholder: OpenAI's client requires a key, but servers of one's own often have none."""
TIMEOUT = httpx.Timeout(24 * 3600.0, connect=CONNECTING)
"""The client's own timeout. How long an answer may take is decided by `patience`."""


async def open_answer(request: Request, on_read: OnRead, refused: Collection[str] = ()) -> AsyncGenerator[list[Chunk]]:
    """Sends the request without what the server refused, and returns the chunks of its answer as they arrive. Chunks
    that arrive together form one list.

    Closing them closes the connection.
    """
    litellm = await library()
    own = request.credentials
    pause_reads(request.read_when, on_read)
    responses = note_responses()
    must_be_public = bool(own and own.address and own.must_be_public)
    with confined_to_public(must_be_public):
        opened = await litellm.acompletion(
            messages=messages_of(request, refused),
            stream=True,
            timeout=TIMEOUT,
            num_retries=0,
            max_retries=0,
            **options_of(request, refused),
            **{**await _way_to(request.model), **(await _own_way(own) if own else {})},
        )
        await opened.fetch_stream()  # some calls are sent only when they are read
    if must_be_public and not responses:  # it bypassed our transport, which checks the address
        await opened.aclose()
        raise PrivateAddress
    return _chunks(opened, responses[-1] if responses else None)


async def _own_way(credentials: Credentials) -> dict[str, str]:
    key = {"api_key": credentials.key or NO_KEY}
    return {**key, "api_base": await address_of(credentials)} if credentials.address else key


async def _way_to(model: str) -> dict[str, str]:
    """LiteLLM's name of the model, with its address and key if LiteLLM can't find them itself."""
    provider, name = provider_of(model), model.split("/", 1)[-1]
    if provider is DEMO:
        return {"model": f"{DEMO.code}/{name}"}
    if provider.label == OLLAMA.label:
        # Through Ollama's OpenAI-compatible route: when LiteLLM reads Ollama's own protocol, the word “[DONE]” ends an
        # answer.
        return {"model": f"{OPENAI.code}/{name}", "api_base": f"{ollama_base()}/v1", "api_key": NO_KEY}
    if provider is OPENAI and (base := openai_base()):
        key = os.environ.get("OPENAI_API_KEY", "")
        address = await address_of(Credentials(key, base, must_be_public=False))
        return {"model": model, "api_base": address, "api_key": key or NO_KEY}
    return {"model": model}


async def _chunks(opened: Any, response: httpx.Response | None) -> AsyncGenerator[list[Chunk]]:
    read = protocol_of(response)
    try:
        async with aclosing(_as_sent(response, read) if response and read else _as_retold(opened)) as reads:
            async for chunks in reads:
                yield chunks
    finally:
        await opened.aclose()
        if response:
            await response.aclose()


async def _as_sent(response: httpx.Response, read: Read) -> AsyncGenerator[list[Chunk]]:
    events = Events()
    seen = Seen()
    async with aclosing(parts_of(response, events)) as reads:
        async for parts in reads:
            seen.note(parts)
            yield [chunk for part in parts for chunk in read(part)]
    if events.is_done:
        yield [Chunk(is_last=True)]
    seen.check(events.stray)


async def _as_retold(opened: Any) -> AsyncGenerator[list[Chunk]]:
    async for part in opened:
        yield [without_guesses(chunk, opened) for chunk in chunks_of(part)]
