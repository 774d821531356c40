"""How long to wait for a provider: as long as it shows signs of life, and for a limited time without one.

Any byte is a sign of life: headers, a comment, a ping, an empty chunk. A server that loads its model or reads a long
prompt may send none for minutes; if it were given up and asked again, it would start over.
"""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from chat_stream.llm.catalogue.addresses import openai_base
from chat_stream.llm.catalogue.providers import OPENAI, provider_of
from chat_stream.llm.credentials import Credentials

Awaited = TypeVar("Awaited")

HOSTED = 300.0
"""Seconds for hosted models. Models that think for long send nothing meanwhile."""
OWN = 900.0
"""Seconds for servers of one's own, which load models from disks and may read prompts slowly."""
CONNECTING = 10.0
"""Seconds in which a server must accept a connection, which doesn't depend on its model."""
OWN_SERVERS = frozenset(
    ("ollama", "ollama_chat", "lm_studio", "hosted_vllm", "vllm", "llamafile", "xinference", "oobabooga", "lemonade")
)
"""LiteLLM's names of providers that people run themselves."""

_said: float | None = None


def say_patience(seconds: float | None) -> None:
    """Sets the patience for all providers. None leaves it to the defaults."""
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
    """The wait for one answer."""

    def __init__(self) -> None:
        self._limit: asyncio.Timeout | None = None
        self._seconds = 0.0

    async def wait(self, awaited: Awaitable[Awaited], seconds: float) -> Awaited:
        """Waits for `awaited`.

        Raises:
            OutOfPatience: There was no sign of life for this many seconds.
        """
        self._seconds = seconds
        limit = asyncio.timeout(seconds)
        try:
            async with limit:
                self._limit = limit
                return await awaited
        except TimeoutError:
            # The operating system raises TimeoutError, too.
            if not limit.expired():
                raise
            raise OutOfPatience from None
        finally:
            self._limit = None

    def note_life(self) -> None:
        """Records that the provider sent something."""
        if self._limit and not self._limit.expired():
            self._limit.reschedule(asyncio.get_running_loop().time() + self._seconds)


class OutOfPatience(Exception):
    """There was no sign of life for too long."""
