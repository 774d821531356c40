"""How an answer stands: waiting, written, failed, stopped; and what can be done about it."""

from typing import Any

import reflex as rx

from chat_stream.state import ChatState


def message_state(message_id: rx.Var[str], status: Any, stored: Any) -> Any:
    return rx.match(
        status,
        ("pending", rx.el.p("Thinking…", class_name="thinking")),
        ("streaming", rx.fragment()),
        ("completed", rx.el.p(stored.model, class_name="mt-3 text-xs text-muted-foreground")),
        ("stopped", ended("Stopped.", message_id)),
        ("interrupted", ended(stored.error, message_id)),
        ended(stored.error, message_id, is_failure=True),
    )


def ended(sentence: Any, message_id: rx.Var[str], *, is_failure: bool = False) -> rx.Component:
    return rx.el.div(
        rx.el.span(sentence),
        rx.el.button(
            rx.icon("rotate-ccw", size=14), "Retry", on_click=ChatState.retry(message_id), class_name="button-quiet"
        ),
        role="alert" if is_failure else "status",
        class_name="ended failed" if is_failure else "ended",
    )
