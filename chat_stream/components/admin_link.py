"""The way to the administrators' page, for those who are one."""

import reflex as rx

from chat_stream.components.link import link
from chat_stream.state import SessionState


@rx.memo
def admin_link() -> rx.Component:
    return rx.cond(
        SessionState.is_administrator,
        rx.el.section(
            rx.el.h2("Administration", id="administration", class_name="text-lg font-semibold tracking-tight"),
            rx.el.p(
                "See which answers are being written on this installation, and stop them.",
                class_name="text-sm text-muted-foreground",
            ),
            link("Running answers", to="/admin", class_name="link self-start"),
            aria_labelledby="administration",
            class_name="flex flex-col gap-1",
        ),
    )
