"""What others see of a person, and their password."""

import reflex as rx

from chat_stream.components.avatar import avatar
from chat_stream.components.field import field
from chat_stream.components.section import section
from chat_stream.state import ProfileState, SessionState


def profile() -> rx.Component:
    return section(
        "Profile",
        "profile",
        rx.el.div(
            avatar(SessionState.initials),
            rx.el.div(
                rx.el.p(SessionState.name, class_name="truncate text-sm font-medium"),
                rx.el.p(SessionState.email, class_name="truncate text-sm text-muted-foreground"),
                class_name="min-w-0",
            ),
            class_name="flex items-center gap-3",
        ),
        _form(field("Name", "name", completes="name"), action="Save name", on_submit=ProfileState.rename),
        _saved("name", "Your name was changed."),
        _form(
            rx.cond(
                SessionState.has_password,
                field("Current password", "old", kind="password", completes="current-password"),
            ),
            field("New password", "new", kind="password", completes="new-password", hint="At least 8 characters"),
            action="Change password",
            on_submit=ProfileState.change_password,
        ),
        _saved("password", "Your password was changed, and your other sessions were ended."),
    )


def _form(*fields: rx.Component, action: str, on_submit: rx.event.EventType) -> rx.Component:
    return rx.el.form(
        *(rx.el.div(each, class_name="min-w-0 flex-1 basis-44 empty:hidden") for each in fields),
        rx.el.button(action, type="submit", class_name="button-quiet h-10"),
        on_submit=on_submit,
        reset_on_submit=True,
        class_name="flex flex-wrap items-end gap-3",
    )


def _saved(form: str, sentence: str) -> rx.Component:
    return rx.cond(ProfileState.saved == form, rx.el.p(sentence, role="status", class_name="text-sm text-primary"))
