"""The status of an answer (waiting, being written, failed, stopped), and the actions for it."""

from typing import Any

import reflex as rx

from chat_stream.components.answers.answer_text import has_words
from chat_stream.components.answers.provider_words import provider_words
from chat_stream.components.answers.shown_message import ShownMessage
from chat_stream.components.answers.waiting import waiting
from chat_stream.components.base.vanishing_button import vanishing_button
from chat_stream.state import ChatState
from chat_stream.texts.page import said, text


def message_state(message_id: rx.Var[str], shown: ShownMessage) -> Any:
    stored = shown.stored
    return rx.match(
        shown.status,
        ("pending", waiting(message_id, shown, is_pending=True)),
        ("streaming", waiting(message_id, shown, is_pending=False)),
        ("completed", _completed(message_id, shown)),
        ("stopped", ended(text("message-stopped"), *ways_on(message_id, stored))),
        ("interrupted", ended(said(stored.error), *ways_on(message_id, stored))),
        ended(said(stored.error), *ways_on(message_id, stored), words=stored.provider_words, is_failure=True),
    )


def _completed(message_id: rx.Var[str], shown: ShownMessage) -> Any:
    """Earlier versions stored an answer without any text as complete."""
    return rx.cond(
        has_words(shown.text),
        rx.cond(shown.stored.is_cut, ended(text("message-cut"), go_on(message_id))),
        ended(text("failure-blank"), *ways_on(message_id, shown.stored)),
    )


def ended(sentence: Any, *ways: rx.Component, words: Any = None, is_failure: bool = False) -> rx.Component:
    return rx.el.div(
        rx.el.span(sentence),
        rx.el.div(*ways, class_name="flex flex-wrap gap-2"),
        provider_words(words) if is_failure else rx.fragment(),
        role="alert" if is_failure else "status",
        class_name="ended failed" if is_failure else "ended",
    )


def ways_on(message_id: rx.Var[str], stored: Any) -> tuple[rx.Component, ...]:
    retry = vanishing_button(
        rx.icon("rotate-ccw", size=14),
        text("message-retry"),
        on_click=ChatState.retry(message_id),
        class_name="button-quiet",
    )
    return rx.cond(stored.text | stored.reasoning, go_on(message_id)), retry


def go_on(message_id: rx.Var[str]) -> rx.Component:
    """Continues the answer: its text stays, and more is added."""
    return vanishing_button(
        rx.icon("arrow-right", size=14),
        text("message-continue"),
        on_click=ChatState.go_on(message_id),
        class_name="button-quiet",
    )
