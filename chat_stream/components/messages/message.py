"""One message. It reads its own entries of the maps, so a delta for it renders nothing else."""

import reflex as rx

from chat_stream.components.answers.answer import answer
from chat_stream.components.answers.shown_message import shown_message
from chat_stream.components.message_actions.answer_actions import answer_actions
from chat_stream.components.messages.author import author
from chat_stream.components.messages.question import question
from chat_stream.components.messages.speaker import speaker
from chat_stream.texts.page import text


@rx.memo
def message(rest: rx.RestProp, message_id: rx.Var[str]) -> rx.Component:
    shown = shown_message(message_id)
    stored = shown.stored
    return rx.el.article(
        rest,
        rx.match(
            stored.role,
            ("user", rx.fragment(speaker(stored), author(stored), question(message_id, shown.text, stored))),
            (
                "assistant",
                rx.fragment(
                    speaker(stored),
                    answer(message_id, shown),
                    answer_actions(message_id, shown.text, is_written=~shown.is_live, stored=stored),
                ),
            ),
            # A message of another branch, which the page hasn't loaded completely.
            rx.el.p(text("message-loading"), class_name="thinking"),
        ),
        custom_attrs={"data-message-id": message_id, "data-role": stored.role, "data-status": shown.status},
        class_name="message",
    )
