"""Leaving for good."""

import reflex as rx

from chat_stream.components.danger import danger
from chat_stream.components.field import field
from chat_stream.state import ProfileState, SessionState


def delete_oneself() -> rx.Component:
    return danger(
        "Delete my account…",
        "Your chats, your API tokens and your sessions go for good. What you wrote in teams stays there, without your "
        "name. It can't be undone.",
        action=rx.el.form(
            rx.cond(
                SessionState.has_password,
                rx.el.div(
                    field("Your password", "password", kind="password", completes="current-password"),
                    class_name="min-w-0 flex-1 basis-44",
                ),
            ),
            rx.el.button("Delete my account", type="submit", class_name="button-danger h-10"),
            on_submit=ProfileState.delete,
            class_name="flex flex-wrap items-end gap-3",
        ),
    )
