"""Where a person is signed in."""

from typing import Any

import reflex as rx

from chat_stream.components.local_time import local_time
from chat_stream.components.section import section
from chat_stream.state import ProfileState


def sessions() -> rx.Component:
    return section(
        "Sessions",
        "sessions",
        rx.el.ul(rx.foreach(ProfileState.sessions, _session), aria_labelledby="sessions", class_name="rows"),
        rx.el.div(
            rx.el.button(
                "Sign out everywhere",
                type="button",
                on_click=ProfileState.sign_out_everywhere,
                class_name="button-quiet",
            ),
        ),
        lead="The browsers in which you are signed in.",
    )


def _session(session: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(session["device"], class_name="text-sm font-medium"),
            rx.el.p(
                rx.cond(session["is_this"], "This browser", "Last used "),
                rx.cond(session["is_this"], rx.fragment(), local_time(session["last_seen_at"])),
                class_name="text-xs text-muted-foreground",
            ),
            class_name="min-w-0 flex-1",
        ),
        rx.cond(
            session["is_this"],
            rx.fragment(),
            rx.el.button(
                "Sign out",
                type="button",
                on_click=ProfileState.end_session(session["id"]),
                class_name="button-quiet shrink-0",
            ),
        ),
        class_name="row",
    )
