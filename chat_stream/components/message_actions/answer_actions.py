"""The actions below an answer (versions, copying, regenerating), and its usage."""

from typing import Any

import reflex as rx

from chat_stream.components.branches.version_switch import version_switch
from chat_stream.components.copying.copy_message import copy_markdown, copy_words
from chat_stream.components.counts.counts import answer_counts
from chat_stream.components.message_actions.message_time import message_time
from chat_stream.components.message_actions.regenerate import regenerate


def answer_actions(message_id: rx.Var[str], text: Any, *, is_written: Any, stored: Any) -> rx.Component:
    """While the answer is being written, only the version switch is shown."""
    return rx.el.div(
        version_switch(message_id),
        rx.cond(
            is_written,
            rx.fragment(
                rx.cond(text, rx.fragment(copy_words(), copy_markdown(text))),
                regenerate(message_id),
                rx.el.span(stored.model, class_name="text-xs text-muted-foreground"),
                answer_counts(stored),
                message_time(stored),
            ),
        ),
        class_name="message-actions",
    )
