"""The answer of one call, on its way to the writer, with its speed and its usage."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace

import structlog

from chat_stream.generation.answer_text import said_apart
from chat_stream.generation.prompt import Prompt
from chat_stream.llm import Chunk, Request, Usage
from chat_stream.models import Counts, Ending, Status
from chat_stream.streaming import Writer
from chat_stream.texts import Text

Meter = Callable[[Request, str, Usage | None], Awaitable[Usage]]
"""Computes the tokens and cost of a request and of all text that answered it. The provider's own count is preferred."""

CUT = "length"
"""LiteLLM's finish reason for an answer that reached its maximum length."""
LONGEST_COUNT = 1.0
"""Seconds to wait for counting. After that an answer ends without a count, so that Stop never waits for a tokenizer."""

log = structlog.get_logger()


class Answer:
    """Passes the chunks of one call to the writer, and remembers what the provider reported."""

    def __init__(self, writer: Writer, meter: Meter) -> None:
        self.prompt: Prompt | None = None
        self._writer = writer
        self._meter = meter
        self._last = Chunk()
        self._said: list[str] = []
        self._thought: list[str] = []
        self._goes_on = writer.ends.content > 0
        self._asked_at = time.monotonic()
        self._first_at = self._last_at = self._said_at = 0.0
        self._has_thought = False

    def add(self, chunk: Chunk) -> None:
        self._writer.append("reasoning", chunk.reasoning)
        self._writer.append("content", chunk.content)
        if chunk.content or chunk.reasoning:
            self._thought.append(chunk.reasoning)
            self._said.append(chunk.content)
            self._last_at = time.monotonic()
            self._first_at = self._first_at or self._last_at
        if chunk.reasoning and not self._said_at:
            self._has_thought = True
        if chunk.content:
            self._said_at = self._said_at or self._last_at
        self._last = Chunk(
            usage=chunk.usage or self._last.usage,
            model=chunk.model or self._last.model,
            finish_reason=chunk.finish_reason or self._last.finish_reason,
        )

    async def can_grow(self) -> None:
        """Returns when more text would be committed, or immediately if only the end is missing, which is committed with
        the rest."""
        if not self._last.finish_reason:
            await self._writer.has_time()

    @property
    def shortcoming(self) -> Text | None:
        """Why the output isn't an answer: it is only thoughts, or white space. None if it is one, or if nothing was
        sent."""
        thoughts = "".join(self._thought)
        if self._goes_on or not self._said or said_apart("".join(self._said), thoughts):
            return None
        if not thoughts.strip():
            return Text("failure-blank")
        return Text("failure-thoughts-cut" if self._last.finish_reason == CUT else "failure-only-thoughts")

    async def ending(self, status: Status, reason: Text | None = None, provider_words: str = "") -> Ending:
        return Ending(
            status,
            reason=reason,
            model=self._last.model,
            is_cut=self._last.finish_reason == CUT,
            counts=await self.counts(),
            provider_words=provider_words or None,
        )

    async def counts(self) -> Counts:
        """The counts at the end of the answer. An error in counting never keeps an answer from ending."""
        counts = Counts()
        if self._first_at and self.prompt:
            counts = replace(
                counts,
                first_token_after=round(self._first_at - self._asked_at, 3),
                written_in=round(self._last_at - self._first_at, 3),
                room=self.prompt.room,
                begins_with=self.prompt.begins_with,
            )
        if self._has_thought:
            counts = replace(counts, thought_in=round((self._said_at or self._last_at) - self._first_at, 3))
        if usage := await self._usage():
            counts = replace(
                counts,
                prompt_tokens=usage.prompt_tokens,
                completion_tokens=usage.completion_tokens,
                is_estimated=usage.is_estimated,
                cost=usage.cost,
            )
        return counts

    async def _usage(self) -> Usage | None:
        """The usage, or None for a call without text and without a count, which may have cost nothing."""
        usage = self._last.usage
        if self.prompt is None or self._writer.is_refused or not (usage or self._said):
            return None
        try:
            async with asyncio.timeout(LONGEST_COUNT):
                text = "".join((*self._thought, *self._said))
                return await self._meter(self.prompt.request, text, usage)
        except Exception:
            log.exception("generation.not_counted")
            return usage if usage and usage.prompt_tokens and usage.completion_tokens else None
