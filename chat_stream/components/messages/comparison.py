"""Several models' answers to one question, side by side, until one of them is chosen."""

import reflex as rx

from chat_stream.components.branches.branches import compared
from chat_stream.components.messages.compared_answer import compared_answer
from chat_stream.texts.page import text


@rx.memo
def comparison() -> rx.Component:
    """A column for each answer. If there isn't enough room, the reader swipes through them."""
    answers = compared()
    return rx.cond(
        answers.length() > 0,
        rx.el.div(
            rx.el.section(
                rx.foreach(answers, lambda message_id: compared_answer(message_id=message_id, key=message_id)),
                aria_label=text("comparing"),
                custom_attrs={"data-count": answers.length()},
                class_name="comparison",
            ),
            class_name="comparison-frame",
        ),
    )
