"""The name above each printed message: on paper, questions and answers aren't told apart by their side."""

from typing import Any

import reflex as rx

from chat_stream.texts.page import said, text


def speaker(stored: Any) -> rx.Component:
    asked_by = rx.cond(stored.author, said(stored.author), text("print-you"))
    answered_by = rx.cond(stored.model, stored.model, text("print-answer"))
    return rx.el.p(rx.cond(stored.role == "user", asked_by, answered_by), class_name="print-only speaker")
