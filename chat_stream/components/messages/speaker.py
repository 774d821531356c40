"""Who says a message, where it is printed: on paper nothing stands at a side."""

from typing import Any

import reflex as rx

from chat_stream.texts.page import text


def speaker(stored: Any) -> rx.Component:
    asked_by = rx.cond(stored.author, stored.author, text("print-you"))
    answered_by = rx.cond(stored.model, stored.model, text("print-answer"))
    return rx.el.p(rx.cond(stored.role == "user", asked_by, answered_by), class_name="print-only speaker")
