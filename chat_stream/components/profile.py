"""What others see of a person, and their password."""

import reflex as rx

from chat_stream.components.avatar import avatar
from chat_stream.components.field import field
from chat_stream.components.line_form import line_form
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
        line_form(
            field("Name", "name", completes="name", value=SessionState.name),
            action="Save name",
            on_submit=ProfileState.rename,
        ),
        _saved("name", "Your name was changed."),
        line_form(
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


def _saved(form: str, sentence: str) -> rx.Component:
    return rx.cond(ProfileState.saved == form, rx.el.p(sentence, role="status", class_name="text-sm text-primary"))
