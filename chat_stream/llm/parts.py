"""What one part of an answer says, be it the JSON of a server or an object of LiteLLM: both have the same shape."""

from dataclasses import replace
from typing import Any

from .chunk import Chunk, Usage
from .delta import field as _field
from .delta import said_by


def chunk_of(part: Any) -> Chunk:
    choices = _field(part, "choices")
    choice = choices[0] if choices else None
    said = said_by(choice)
    return Chunk(
        content=said.content,
        reasoning=said.reasoning,
        shortfall=said.shortfall,
        usage=_usage(part),
        finish_reason=_text(choice, "finish_reason") or None,
        model=_text(part, "model") or None,
    )


def without_guesses(chunk: Chunk, opened: Any) -> Chunk:
    """LiteLLM's wrapper counts the tokens itself and makes up a finish, where the provider said neither."""
    if chunk.usage and not any(_usage(part) for part in opened.chunks):
        chunk = replace(chunk, usage=None)
    if chunk.finish_reason and not (opened.received_finish_reason or opened.intermittent_finish_reason):
        chunk = replace(chunk, finish_reason=None)
    return chunk


def _usage(part: Any) -> Usage | None:
    usage = _field(part, "usage")
    cached = _field(_field(usage, "prompt_tokens_details"), "cached_tokens") or 0
    return usage and Usage(_field(usage, "prompt_tokens") or 0, _field(usage, "completion_tokens") or 0, cached)


def _text(part: Any, name: str) -> str:
    text = _field(part, name)
    return text if isinstance(text, str) else ""
