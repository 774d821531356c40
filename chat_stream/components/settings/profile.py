"""A person's name and password."""

import reflex as rx

from chat_stream.components.base.avatar import avatar
from chat_stream.components.base.field import field
from chat_stream.components.base.line_form import line_form
from chat_stream.components.base.section import section
from chat_stream.state import ProfileState, SessionState
from chat_stream.texts.page import text


def profile() -> rx.Component:
    return section(
        text("profile"),
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
            field(text("profile-name"), "name", completes="name", value=SessionState.name),
            action=text("profile-save-name"),
            on_submit=ProfileState.rename,
        ),
        _saved("name", text("profile-name-saved")),
        line_form(
            rx.cond(
                SessionState.has_password,
                field(text("profile-current-password"), "old", kind="password", completes="current-password"),
            ),
            field(
                text("profile-new-password"),
                "new",
                kind="password",
                completes="new-password",
                hint=text("entrance-password-hint"),
            ),
            action=text("profile-change-password"),
            on_submit=ProfileState.change_password,
        ),
        _saved("password", text("profile-password-saved")),
    )


def _saved(form: str, sentence: rx.Var[str]) -> rx.Component:
    return rx.cond(ProfileState.saved == form, rx.el.p(sentence, role="status", class_name="text-sm text-primary"))
