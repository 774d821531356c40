"""An answer: its thoughts, its text, and its status."""

import reflex as rx

from chat_stream.components.answers.answer_state import message_state
from chat_stream.components.answers.reasoning import reasoning
from chat_stream.components.answers.shown_message import ShownMessage
from chat_stream.components.markdown.markdown import Markdown


def answer(message_id: rx.Var[str], shown: ShownMessage) -> rx.Component:
    return rx.fragment(
        reasoning(message_id, shown.reasoning, is_answered=shown.text, is_live=shown.is_live, stored=shown.stored),
        rx.el.div(
            Markdown.create(text=shown.text, is_streaming=shown.status == "streaming"),
            custom_attrs={"data-message-body": ""},
        ),
        message_state(message_id, shown),
    )
