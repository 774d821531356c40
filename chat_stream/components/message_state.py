"""How an answer stands: waiting, written, failed, stopped; and what can be done about it."""

from typing import Any

import reflex as rx

from chat_stream.components.passing_button import passing_button
from chat_stream.state import ChatState
from chat_stream.texts.page import said, text


def message_state(message_id: rx.Var[str], status: Any, stored: Any) -> Any:
    return rx.match(
        status,
        ("pending", rx.el.p(text("message-thinking"), class_name="thinking")),
        ("streaming", rx.fragment()),
        ("completed", rx.cond(stored.is_cut, ended(text("message-cut"), go_on(message_id)))),
        ("stopped", ended(text("message-stopped"), *ways_on(message_id, stored))),
        ("interrupted", ended(said(stored.error), *ways_on(message_id, stored))),
        ended(said(stored.error), *ways_on(message_id, stored), is_failure=True),
    )


def ended(sentence: Any, *ways: rx.Component, is_failure: bool = False) -> rx.Component:
    return rx.el.div(
        rx.el.span(sentence),
        rx.el.div(*ways, class_name="flex flex-wrap gap-2"),
        role="alert" if is_failure else "status",
        class_name="ended failed" if is_failure else "ended",
    )


def ways_on(message_id: rx.Var[str], stored: Any) -> tuple[rx.Component, ...]:
    retry = passing_button(
        rx.icon("rotate-ccw", size=14),
        text("message-retry"),
        on_click=ChatState.retry(message_id),
        class_name="button-quiet",
    )
    return rx.cond(stored.text, go_on(message_id)), retry


def go_on(message_id: rx.Var[str]) -> rx.Component:
    """The answer keeps its text, and more is added."""
    return passing_button(
        rx.icon("arrow-right", size=14),
        text("message-continue"),
        on_click=ChatState.go_on(message_id),
        class_name="button-quiet",
    )
