"""The notice while the connection is down."""

import reflex as rx

from chat_stream.reflex_patches.shown_failures import has_connection_errors
from chat_stream.texts.page import text


@rx.memo
def reconnecting() -> rx.Component:
    return rx.cond(
        has_connection_errors,
        rx.el.div(
            rx.el.span(class_name="size-2 animate-pulse rounded-full bg-primary"),
            text("reconnecting"),
            role="status",
            class_name="pill fixed top-16 left-1/2 z-50 -translate-x-1/2 shadow-lg",
        ),
    )
