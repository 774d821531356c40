"""What a model answers with, piece by piece."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Usage:
    """What a provider counted, in its own tokens; or what was estimated, where it didn't.

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

    The text is what the provider sent, code point by code point: it may hold NUL and lone surrogates.
    `finish_reason` is `stop`, `length`, … as LiteLLM says it; `model` is the name that the provider reports.
    """

    content: str = ""
    reasoning: str = ""
    usage: Usage | None = None
    finish_reason: str | None = None
    model: str | None = None
