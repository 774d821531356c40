"""The visible state of one message: what is stored, and while it is being written, what has been added since."""

from typing import Any, NamedTuple

import reflex as rx

from chat_stream.components.answers.answer_text import answer_text, reasoning_text
from chat_stream.state import ChatState


class ShownMessage(NamedTuple):
    """Vars. `stored` is the message's entry in the map of messages; it may not be loaded yet."""

    stored: Any
    text: Any
    reasoning: Any
    status: Any
    is_live: Any


def shown_message(message_id: rx.Var[str]) -> ShownMessage:
    """The Vars of one message. It is a hook: read it inside an `rx.memo`, which deltas for other messages don't
    render."""
    stored, streaming = ChatState.messages[message_id], ChatState.streaming[message_id]
    status = rx.cond(streaming.content | streaming.reasoning, "streaming", stored.status)
    text = rx.cond(streaming.content, streaming.content, stored.text)
    reasoning = rx.cond(streaming.reasoning, streaming.reasoning, stored.reasoning)
    return ShownMessage(
        stored,
        text=answer_text(text, reasoning),
        reasoning=reasoning_text(text, reasoning),
        status=status,
        is_live=(status == "pending") | (status == "streaming"),
    )
