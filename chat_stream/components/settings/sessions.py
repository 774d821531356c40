"""A person's sessions."""

from typing import Any

import reflex as rx

from chat_stream.components.base.section import section
from chat_stream.state import ProfileState
from chat_stream.texts.page import moment, said, text


def sessions() -> rx.Component:
    return section(
        text("sessions"),
        "sessions",
        rx.el.ul(rx.foreach(ProfileState.sessions, _session), aria_labelledby="sessions", class_name="rows"),
        rx.el.div(
            rx.el.button(
                text("sessions-end-all"),
                type="button",
                on_click=ProfileState.sign_out_everywhere,
                class_name="button-quiet",
            ),
        ),
        lead=text("sessions-lead"),
    )


def _session(session: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(said(session["device"]), class_name="text-sm font-medium"),
            rx.el.p(
                rx.cond(
                    session["is_this"],
                    text("sessions-this"),
                    text("sessions-last", at=moment(session["last_seen_at"])),
                ),
                class_name="text-xs text-muted-foreground",
            ),
            class_name="min-w-0 flex-1",
        ),
        rx.cond(
            session["is_this"],
            rx.fragment(),
            rx.el.button(
                text("sessions-end"),
                type="button",
                on_click=ProfileState.end_session(session["id"]),
                class_name="button-quiet shrink-0",
            ),
        ),
        class_name="row",
    )
