"""The notice that a live answer waits for its provider, which has been silent for some seconds."""

import reflex as rx

from chat_stream.components.answers.shown_message import ShownMessage
from chat_stream.scripts import script


class Waiting(rx.Component):
    """Shows “Thinking…” for a pending answer, and nothing while text arrives."""

    library = script("components/answers/waiting.jsx")
    tag = "Waiting"

    message_id: rx.Var[str]
    waited: rx.Var[float]
    text: rx.Var[str]
    reasoning: rx.Var[str]
    is_pending: rx.Var[bool]


def waiting(message_id: rx.Var[str], shown: ShownMessage, *, is_pending: bool) -> rx.Component:
    return Waiting.create(
        message_id=message_id,
        waited=shown.stored.waited,
        text=shown.text,
        reasoning=shown.reasoning,
        is_pending=is_pending,
    )
