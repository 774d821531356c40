"""The usage of an answer and of a whole chat: tokens, seconds, money."""

from typing import Any

import reflex as rx

from chat_stream.scripts import script
from chat_stream.state import ChatState


class AnswerCounts(rx.Component):
    library = script("components/counts/counts.jsx")
    tag = "AnswerCounts"

    counts: rx.Var[dict[str, Any]]


class ChatTotal(rx.Component):
    library = script("components/counts/counts.jsx")
    tag = "ChatTotal"

    total: rx.Var[dict[str, Any]]


def answer_counts(stored: Any) -> rx.Component:
    return AnswerCounts.create(counts=stored.counts)


def chat_total(chat_id: rx.Var[str]) -> rx.Component:
    """The chat's usage. It is live: use it inside an `rx.memo`."""
    return rx.cond(chat_id, ChatTotal.create(total=ChatState.totals[chat_id]))
