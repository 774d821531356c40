"""What a model answers with, piece by piece."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from chat_stream.llm.errors import ErrorKind

Said = TypeVar("Said")


@dataclass(frozen=True, slots=True)
class Usage:
    """What a provider counted, in its own tokens; or what was estimated, where it didn't. 0 is what isn't known.

    `cached_tokens` are those of the prompt that the provider had from before; `cost` is in US dollars, None where no
    price is known.
    """

    prompt_tokens: int
    completion_tokens: int
    cached_tokens: int = 0
    is_estimated: bool = False
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class Chunk:
    """What one read of the provider's stream brought; any field may be empty.

    The text is what the provider sent, code point by code point: it may hold NUL and lone surrogates. `model` is the
    name that the provider reports. From a `stream` comes a `finish_reason`, one of `Finish`, when it is certain that
    nothing follows. `shortfall` says why the answer isn't only what its text says: it refuses, asks for a tool, or
    holds a picture.

    The rest is for whoever reads the stream: `choice` is the number of the answer that this belongs to, `is_message`
    says that the text is a message and no end of one, `is_last` that the provider says it is done.
    """

    content: str = ""
    reasoning: str = ""
    usage: Usage | None = None
    finish_reason: str | None = None
    model: str | None = None
    shortfall: ErrorKind | None = None
    choice: object = None
    is_message: bool = False
    is_last: bool = False

    @property
    def has_text(self) -> bool:
        return bool(self.content or self.reasoning)

    @property
    def is_empty(self) -> bool:
        """Says nothing of the answer; the model's name alone is nothing yet."""
        return not (self.content or self.reasoning or self.usage or self.finish_reason or self.shortfall)


def joined(chunks: Iterable[Chunk]) -> Chunk:
    """What came at once as one chunk. Positions are per part, so nothing is lost with their order."""
    chunks = list(chunks)
    if len(chunks) == 1:
        return chunks[0]
    return Chunk(
        content="".join(chunk.content for chunk in chunks),
        reasoning="".join(chunk.reasoning for chunk in chunks),
        usage=newest(chunk.usage for chunk in chunks),
        finish_reason=_last(chunk.finish_reason for chunk in chunks),
        model=_last(chunk.model for chunk in chunks),
        shortfall=_last(chunk.shortfall for chunk in chunks),
    )


def newest(usages: Iterable[Usage | None]) -> Usage | None:
    """What was counted last. Some count the prompt at the beginning, and the answer at its end."""
    known: Usage | None = None
    for usage in usages:
        if usage and known:
            usage = replace(
                usage,
                prompt_tokens=usage.prompt_tokens or known.prompt_tokens,
                completion_tokens=usage.completion_tokens or known.completion_tokens,
                cached_tokens=usage.cached_tokens or known.cached_tokens,
            )
        known = usage or known
    return known


def _last(said: Iterable[Said | None]) -> Said | None:
    return next((each for each in reversed(list(said)) if each), None)
