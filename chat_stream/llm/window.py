"""Fits a conversation into a model's context by leaving out its oldest turns."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from chat_stream.llm.catalogue.card import card_of
from chat_stream.llm.catalogue.providers import DEMO, provider_of
from chat_stream.llm.litellm.library import library
from chat_stream.llm.request import Request, Turn

ANSWERS_SHARE = 4
"""The part of a context that is kept free for the answer: at most a quarter."""
TRUST = 0.9
"""The part of the rest that is used, because the tokenizer may only resemble the model's."""
FRAME = 4
"""Tokens around each turn, roughly: its role, its beginning and its end."""

Count = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Window:
    """A request, with `left_out` turns fewer. `room` is the number of tokens that a request may have; None if nobody
    knows, and then nothing is left out."""

    request: Request
    room: int | None = None
    left_out: int = 0


async def window_of(request: Request, tail: int = 1) -> Window:
    """The request, shortened to what its model can read.

    The system prompt stays, and so do the last `tail` turns, however long they are: a question isn't cut. The remaining
    conversation begins with a question.
    """
    count = _words if provider_of(request.model) is DEMO else partial(_tokens, await library(), request.model)
    card = card_of(request.model)
    if card.context is None:
        return Window(request)
    longest_answer = request.longest_answer or card.longest_answer or card.context
    room = int((card.context - min(longest_answer, card.context // ANSWERS_SHARE)) * TRUST)
    # No turn has more tokens than bytes, so most conversations needn't be counted.
    if sum(len(turn.content.encode()) + FRAME for turn in request.turns) <= room:
        return Window(request, room)
    first = await asyncio.to_thread(_first, request.turns, room, tail, count)
    begins = _beginning(request.turns)
    turns = (*request.turns[:begins], *request.turns[first:])
    return Window(replace(request, turns=turns), room, left_out=first - begins)


def _first(turns: tuple[Turn, ...], room: int, tail: int, count: Count) -> int:
    """The first turn that fits, counted from the end, so that a longer conversation takes no longer."""
    begins, first = _beginning(turns), len(turns) - tail
    room -= sum(count(turn.content) + FRAME for turn in (*turns[:begins], *turns[first:]))
    last = first
    while first > begins and (room := room - count(turns[first - 1].content) - FRAME) >= 0:
        first -= 1
    while first < last and turns[first].role == "assistant":
        first += 1
    return first


def _beginning(turns: tuple[Turn, ...]) -> int:
    return int(turns[0].role == "system")


def _words(text: str) -> int:
    return len(text.split())


def _tokens(litellm: Any, model: str, text: str) -> int:
    return litellm.token_counter(model=model, text=text)
