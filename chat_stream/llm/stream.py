"""One stream for all providers: chunks as they arrive, and at the end the certainty that the answer is complete."""

from collections.abc import AsyncGenerator
from contextlib import aclosing

from chat_stream.llm.asking import answer_to
from chat_stream.llm.catalogue.addresses import openai_base
from chat_stream.llm.chunk import Chunk, joined
from chat_stream.llm.failures import explain
from chat_stream.llm.litellm.library import library
from chat_stream.llm.patience import OutOfPatience, Patience, patience_with
from chat_stream.llm.request import Request
from chat_stream.llm.thoughts import Thoughts
from chat_stream.llm.wire.reading import Reading


async def stream(
    request: Request, *, first_byte_timeout: float | None = None, stall_timeout: float | None = None
) -> AsyncGenerator[Chunk]:
    """Streams the model's answer. The timeouts are seconds without a sign of life; see `patience`.

    Closing it, or cancelling the task that reads it, closes the connection. An answer that ends without an error was
    finished by its provider and holds text. Raises `ProviderError`, at any time.
    """
    reading = Reading(request.model)
    thoughts = Thoughts(_connection(request), goes_on=request.goes_on)
    failure: Exception | None = None
    try:
        async with aclosing(_patiently(request, reading, first_byte_timeout, stall_timeout)) as reads:
            async for chunks in reads:
                if not (chunk := thoughts.sort(reading.taken(chunks))).is_empty:
                    yield chunk
    except Exception as error:  # noqa: BLE001 - whatever LiteLLM and its clients raise, a person gets a sentence
        failure = error
    last = thoughts.sort(reading.rest(is_over=failure is None))
    if not (chunk := joined((last, thoughts.rest(is_whole=reading.is_whole)))).is_empty:
        yield chunk
    # After a certain end, only the usage can be missing, and no answer should fail because of that.
    if failure and not reading.is_complete:
        raise explain(failure, request.model, request.credentials) from None
    reading.check()


async def _patiently(
    request: Request, reading: Reading, first_byte_timeout: float | None, stall_timeout: float | None
) -> AsyncGenerator[list[Chunk]]:
    await library()  # the seconds of LiteLLM's import don't count against the provider
    usual = patience_with(request.model, request.credentials)
    seconds, later = first_byte_timeout or usual, stall_timeout or usual
    patience = Patience()
    async with aclosing(answer_to(request, lambda: None if reading.is_over else patience.note_life())) as answer:
        try:
            while (chunks := await patience.wait(anext(answer, None), seconds)) is not None:
                yield chunks
                seconds = reading.patience(later)
        except OutOfPatience:
            raise reading.out_of_patience() from None


def _connection(request: Request) -> tuple[str | None, str]:
    own = request.credentials
    return (own and own.address) or openai_base(), request.model
