"""One of several answers side by side. A delta for it renders nothing else."""

from typing import Any

import reflex as rx

from chat_stream.components.answers.answer import answer
from chat_stream.components.answers.shown_message import ShownMessage, shown_message
from chat_stream.components.base.vanishing_button import vanishing_button
from chat_stream.components.copying.copy_message import copy_markdown, copy_words
from chat_stream.components.counts.counts import answer_counts
from chat_stream.components.message_actions.message_time import message_time
from chat_stream.state import ChatState
from chat_stream.texts.page import text


@rx.memo
def compared_answer(rest: rx.RestProp, message_id: rx.Var[str]) -> rx.Component:
    shown = shown_message(message_id)
    return rx.el.article(
        rest,
        rx.cond(shown.stored, _column(message_id, shown), rx.el.p(text("message-loading"), class_name="thinking")),
        aria_label=shown.stored.asked,
        custom_attrs={"data-message-id": message_id, "data-role": "assistant", "data-status": shown.status},
        class_name="message compared",
    )


def _column(message_id: rx.Var[str], shown: ShownMessage) -> rx.Component:
    return rx.fragment(
        rx.el.header(
            rx.el.h2(shown.stored.asked, class_name="truncate"),
            rx.cond(shown.is_live, _stop(message_id)),
            class_name="compared-head",
        ),
        answer(message_id, shown),
        rx.el.footer(
            rx.cond(shown.is_live, rx.fragment(), _actions(shown)),
            rx.cond(shown.text, _go_on_with(message_id)),
            class_name="compared-foot",
        ),
    )


def _stop(message_id: rx.Var[str]) -> rx.Component:
    stop = ChatState.stop(message_id)
    return vanishing_button(
        rx.icon("square", size=12), text("composer-stop"), on_click=stop, class_name="message-action"
    )


def _actions(shown: ShownMessage) -> Any:
    return rx.cond(
        shown.text,
        rx.el.div(
            copy_words(),
            copy_markdown(shown.text),
            answer_counts(shown.stored),
            message_time(shown.stored),
            class_name="message-actions",
        ),
    )


def _go_on_with(message_id: rx.Var[str]) -> rx.Component:
    return vanishing_button(
        rx.icon("check", size=15),
        text("comparing-choose"),
        on_click=ChatState.go_on_with(message_id),
        class_name="button-quiet",
    )
