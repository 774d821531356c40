"""Measures a provider's answers: when the first token arrived, and how the call ended."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from chat_stream.llm import Chunk, ProviderError, Request
from chat_stream.operations.metrics import Metrics
from chat_stream.telemetry import call_span

Stream = Callable[[Request], AsyncGenerator[Chunk]]


def observed(stream: Stream, metrics: Metrics) -> Stream:
    """Wraps a stream: each call is measured and becomes a step of the trace."""

    async def call(request: Request) -> AsyncGenerator[Chunk]:
        outcome = "failed"
        try:
            with call_span("provider call", model=request.model):
                async with aclosing(_timed(stream(request), request.model, metrics)) as chunks:
                    async for chunk in chunks:
                        yield chunk
            outcome = "completed"
        except ProviderError as error:
            outcome = error.kind.value
            raise
        except (asyncio.CancelledError, GeneratorExit):
            outcome = "cancelled"
            raise
        finally:
            metrics.call_ended(request.model, outcome)

    return call


async def _timed(chunks: AsyncGenerator[Chunk], model: str, metrics: Metrics) -> AsyncGenerator[Chunk]:
    began, is_silent = time.monotonic(), True
    async with aclosing(chunks):
        async for chunk in chunks:
            if is_silent and (chunk.content or chunk.reasoning):
                is_silent = False
                metrics.call_began_to_answer(model, time.monotonic() - began)
            yield chunk
