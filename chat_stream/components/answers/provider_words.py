"""A provider's own words about a failure, in a fold, always as plain text."""

from typing import Any

import reflex as rx

from chat_stream.texts.page import text


def provider_words(words: Any) -> Any:
    return rx.cond(
        words,
        rx.el.details(
            rx.el.summary(text("message-provider-words")),
            rx.el.pre(words, dir="auto"),
            class_name="provider-words",
        ),
    )
