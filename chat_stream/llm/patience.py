"""How long a provider is waited for: as long as it shows life, and without a sign of that for a time.

A sign of life is any byte: headers, a comment, a ping, a chunk that says nothing yet. A server that loads its model, or
reads a long prompt, may send none for minutes; to give up and to ask again would let it begin from the beginning.
"""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from chat_stream.llm.catalogue.addresses import openai_base
from chat_stream.llm.catalogue.providers import OPENAI, provider_of
from chat_stream.llm.credentials import Credentials

Awaited = TypeVar("Awaited")

HOSTED = 300.0
"""Seconds. Models that think for long send nothing meanwhile."""
OWN = 900.0
"""Seconds, for servers of one's own: they load models from disks, and read prompts without haste."""
CONNECTING = 10.0
"""Seconds until a server must have taken a connection. That has nothing to do with what its model does."""
OWN_SERVERS = frozenset(
    ("ollama", "ollama_chat", "lm_studio", "hosted_vllm", "vllm", "llamafile", "xinference", "oobabooga", "lemonade")
)
"""LiteLLM's names for what people run themselves."""

_said: float | None = None


def say_patience(seconds: float | None) -> None:
    """What the settings say, for all providers; None leaves it to the defaults."""
    global _said
    _said = seconds


def patience_with(model: str, credentials: Credentials | None) -> float:
    """Seconds to wait for a sign of life."""
    if _said is not None:
        return _said
    provider = provider_of(model)
    has_address = bool(credentials and credentials.address) or (provider is OPENAI and bool(openai_base()))
    return OWN if has_address or provider.code in OWN_SERVERS else HOSTED


class Patience:
    """Waits for one answer."""

    def __init__(self) -> None:
        self._limit: asyncio.Timeout | None = None
        self._seconds = 0.0

    async def wait(self, awaited: Awaitable[Awaited], seconds: float) -> Awaited:
        """Raises:
        OutOfPatience: There was no sign of life for so long.
        """
        self._seconds = seconds
        limit = asyncio.timeout(seconds)
        try:
            async with limit:
                self._limit = limit
                return await awaited
        except TimeoutError:
            # The operating system knows a TimeoutError of its own.
            if not limit.expired():
                raise
            raise OutOfPatience from None
        finally:
            self._limit = None

    def note_life(self) -> None:
        """The provider sent something."""
        if self._limit and not self._limit.expired():
            self._limit.reschedule(asyncio.get_running_loop().time() + self._seconds)


class OutOfPatience(Exception):
    """Nothing came for too long."""
