"""Reads one part of an answer, which is JSON of a server or an object of LiteLLM: both have the same shape."""

from dataclasses import replace
from typing import Any, cast

from chat_stream.llm.chunk import Chunk
from chat_stream.llm.wire.counts import usage_of
from chat_stream.llm.wire.delta import field, said_by
from chat_stream.llm.wire.finish import Finish, finish_of


def chunks_of(part: Any) -> list[Chunk]:
    """One chunk for each of the part's choices (rarely more than one), or one for what it contains besides them."""
    choices = field(part, "choices")
    if isinstance(choices, list) and choices:
        return [_chunk(part, choice) for choice in cast("list[Any]", choices)]
    return [_chunk(part, None)]


def _chunk(part: Any, choice: Any) -> Chunk:
    said = said_by(choice)
    finish = finish_of(field(choice, "finish_reason"))
    delta, model = field(choice, "delta"), field(part, "model")
    is_message = not delta and bool(field(choice, "message"))
    if is_message and delta is None and said.content:
        finish = finish or Finish.WHOLE
    return Chunk(
        content=said.content,
        reasoning=said.reasoning,
        shortfall=said.shortfall,
        usage=usage_of(part, choice),
        finish_reason=finish,
        model=model if isinstance(model, str) and model else None,
        choice=field(choice, "index"),
        is_message=is_message,
    )


def without_guesses(chunk: Chunk, opened: Any) -> Chunk:
    """Removes what LiteLLM's wrapper made up: it counts tokens and adds a finish reason if the provider sent none."""
    if chunk.usage and not any(usage_of(part, None) for part in opened.chunks):
        chunk = replace(chunk, usage=None)
    if chunk.finish_reason and not (opened.received_finish_reason or opened.intermittent_finish_reason):
        chunk = replace(chunk, finish_reason=None)
    return chunk
