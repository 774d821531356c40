"""Deleting one's own account."""

import reflex as rx

from chat_stream.components.base.field import field
from chat_stream.components.base.irreversible import irreversible
from chat_stream.state import ProfileState, SessionState
from chat_stream.texts.page import text


def delete_oneself() -> rx.Component:
    return irreversible(
        text("leave"),
        text("leave-what"),
        action=rx.el.form(
            rx.cond(
                SessionState.has_password,
                rx.el.div(
                    field(text("leave-password"), "password", kind="password", completes="current-password"),
                    class_name="min-w-0 flex-1 basis-44",
                ),
            ),
            rx.el.button(text("leave-delete"), type="submit", class_name="button-danger h-10"),
            on_submit=ProfileState.delete,
            class_name="flex flex-wrap items-end gap-3",
        ),
    )
