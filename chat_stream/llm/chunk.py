"""The pieces of a model's answer."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from chat_stream.llm.errors import ErrorKind

Said = TypeVar("Said")


@dataclass(frozen=True, slots=True)
class Usage:
    """Token counts of the provider, or estimates if it sent none. Unknown counts are 0.

    `cached_tokens` are the tokens of the prompt that the provider had cached. `cost` is in US dollars; None if no price
    is known.
    """

    prompt_tokens: int
    completion_tokens: int
    cached_tokens: int = 0
    is_estimated: bool = False
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class Chunk:
    """The content of one read of the provider's stream. Any field may be empty.

    The text is exactly what the provider sent: it may contain NUL and lone surrogates. `model` is the name that the
    provider reports. `stream` yields a `finish_reason`, one of `Finish`, only when it is certain that nothing follows.
    `shortfall` says why the text isn't the whole answer: the model refused, asked for a tool, or sent a picture.

    The other fields are for whoever reads the provider's stream. `choice` is the number of the answer that the chunk
    belongs to. `is_message` marks a whole message instead of a delta. `is_last` says that the provider has finished.
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
        """Whether the chunk adds nothing to the answer. The model's name alone counts as nothing."""
        return not (self.content or self.reasoning or self.usage or self.finish_reason or self.shortfall)


def joined(chunks: Iterable[Chunk]) -> Chunk:
    """Joins chunks that arrived together into one. Positions count each part separately, so the order of parts doesn't
    matter."""
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
    """The latest counts. Some providers count the prompt at the beginning, and the answer at its end."""
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
