"""One stream over all providers: chunks while they come, and at the end the certainty that the answer is whole."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable
from contextlib import aclosing
from typing import TypeVar

from .answer import open_answer
from .chunk import Chunk
from .errors import ErrorKind, ProviderError
from .failures import explain
from .library import library
from .providers import openai_base
from .request import Request
from .sentences import sentence
from .thoughts import Thoughts

Awaited = TypeVar("Awaited")

LONGEST_AFTERTHOUGHT = 5.0
"""How many seconds a finished answer may take to bring its usage."""


async def stream(
    request: Request, *, first_byte_timeout: float = 30.0, stall_timeout: float = 30.0
) -> AsyncGenerator[Chunk]:
    """What the model says, as it says it; timeouts in seconds, while nobody but the provider is waited for.

    Closing it, or cancelling the task that reads it, closes the connection. An answer that ends without an error was
    finished by its provider and holds text. Raises `ProviderError`, at any time.
    """
    reading = _Reading(request.model)
    thoughts = Thoughts(_connection(request), goes_on=request.goes_on)
    failure: Exception | None = None
    try:
        async with aclosing(_patiently(request, reading, first_byte_timeout, stall_timeout)) as chunks:
            async for chunk in chunks:
                sorted_chunk = thoughts.sort(chunk)
                reading.note(sorted_chunk)
                if not sorted_chunk.is_empty:
                    yield sorted_chunk
    except Exception as raised:  # noqa: BLE001 - whatever LiteLLM and its clients raise, a person gets a sentence
        failure = raised
    rest = thoughts.rest(is_whole=reading.finish_reason not in (None, "length"))
    reading.note(rest)
    if not rest.is_empty:
        yield rest
    # After the finish only the usage can be lost, and nobody should lose an answer over that.
    if failure and not reading.finish_reason:
        raise explain(failure, request.model, request.credentials) from None
    reading.check()


async def _patiently(
    request: Request, reading: "_Reading", first_byte_timeout: float, stall_timeout: float
) -> AsyncGenerator[Chunk]:
    await library()  # the provider isn't to blame for the seconds that LiteLLM's import takes
    deadline = asyncio.get_running_loop().time() + first_byte_timeout
    answer = await reading.before(deadline, open_answer(request))
    async with aclosing(answer):
        while chunk := await reading.before(deadline, anext(answer, None)):
            yield chunk
            patience = min(stall_timeout, LONGEST_AFTERTHOUGHT) if reading.finish_reason else stall_timeout
            deadline = asyncio.get_running_loop().time() + patience


def _connection(request: Request) -> tuple[str | None, str]:
    own = request.credentials
    return (own and own.address) or openai_base(), request.model


class _Reading:
    """What was seen of an answer so far."""

    def __init__(self, model: str) -> None:
        self.model = model
        self.has_begun = False
        self.has_text = False
        self.finish_reason: str | None = None
        self.shortfall: ErrorKind | None = None

    async def before(self, deadline: float, awaited: Awaitable[Awaited]) -> Awaited:
        limit = asyncio.timeout_at(deadline)
        try:
            async with limit:
                return await awaited
        except TimeoutError:
            # The operating system knows a TimeoutError of its own.
            if not limit.expired():
                raise
            raise self.failed(ErrorKind.STALLED if self.has_begun else ErrorKind.NO_ANSWER) from None

    def note(self, chunk: Chunk) -> None:
        self.has_begun = True
        self.has_text = self.has_text or bool(chunk.content or chunk.reasoning)
        self.finish_reason = chunk.finish_reason or self.finish_reason
        self.shortfall = self.shortfall or chunk.shortfall

    def check(self) -> None:
        """Raises where the stream is over and the answer isn't whole."""
        if self.finish_reason == "content_filter":
            raise self.failed(ErrorKind.CONTENT_FILTERED)
        if self.finish_reason == "error":
            raise self.failed(ErrorKind.PROVIDER_FAILED)
        if self.shortfall:
            raise self.failed(self.shortfall)
        if not self.has_text:
            raise self.failed(ErrorKind.EMPTY)
        if self.finish_reason is None:
            raise self.failed(ErrorKind.CUT_OFF)

    def failed(self, kind: ErrorKind) -> ProviderError:
        return ProviderError(kind, sentence(kind, self.model))
