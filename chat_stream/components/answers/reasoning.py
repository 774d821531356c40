"""A model's thoughts, which are folded when it answers."""

from typing import Any

import reflex as rx

from chat_stream.scripts import script


class Reasoning(rx.Component):
    """Always mounted, so that it sees when the thinking begins. Without a text it shows nothing."""

    library = script("components/answers/reasoning.jsx")
    tag = "Reasoning"

    message_id: rx.Var[str]
    text: rx.Var[str]
    is_thinking: rx.Var[bool]
    is_open: rx.Var[bool]
    thought_in: rx.Var[float]


def reasoning(message_id: rx.Var[str], text: Any, *, is_answered: Any, is_live: Any, stored: Any) -> rx.Component:
    return Reasoning.create(
        message_id=message_id,
        text=text,
        is_thinking=is_live & ~is_answered.to(bool),
        is_open=~is_answered.to(bool),
        thought_in=stored.counts.thought_in,
    )
