"""The page that a password reset link leads to."""

import reflex as rx

from chat_stream.components.base.field import field
from chat_stream.components.base.link import link
from chat_stream.components.entrance.account_form import account_form
from chat_stream.texts.page import text


def reset_page() -> rx.Component:
    return account_form(
        field(
            text("entrance-new-password"),
            "password",
            kind="password",
            completes="new-password",
            hint=text("entrance-password-hint"),
        ),
        title=text("reset-title"),
        action=text("reset-save"),
        path="/api/password",
        leads_to="/sign-in",
        elsewhere=rx.fragment(text("reset-known"), " ", link(text("sign-in"), to="/sign-in", class_name="link")),
    )
