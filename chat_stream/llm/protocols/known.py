"""Finds the protocol of a response by the path that was requested, whoever the provider is."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import httpx

from chat_stream.llm.chunk import Chunk
from chat_stream.llm.protocols import anthropic, cohere, gemini
from chat_stream.llm.wire.parts import chunks_of

Read = Callable[[Mapping[str, Any]], list[Chunk]]

BY_PATH: tuple[tuple[re.Pattern[str], Read], ...] = (
    (re.compile(r"/completions$"), chunks_of),
    (re.compile(r"/messages$|:streamRawPredict$"), anthropic.chunks_of),
    (re.compile(r":streamGenerateContent$"), gemini.chunks_of),
    (re.compile(r"/v2/chat$"), cohere.chunks_of),
)


def protocol_of(response: httpx.Response | None) -> Read | None:
    """The reader for a response that hasn't been read yet; None if only LiteLLM can read it."""
    if response is None or response.is_closed or response.is_stream_consumed:
        return None
    path = response.request.url.path
    return next((read for pattern, read in BY_PATH if pattern.search(path)), None)
