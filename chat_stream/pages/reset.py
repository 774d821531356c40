"""Where an administrator's link leads that resets a password."""

import reflex as rx

from chat_stream.components.account_form import account_form
from chat_stream.components.field import field
from chat_stream.components.link import link


def reset_page() -> rx.Component:
    return account_form(
        field("New password", "password", kind="password", completes="new-password", hint="At least 8 characters"),
        title="Choose a new password",
        action="Save password",
        path="/api/password",
        leads_to="/sign-in",
        elsewhere=rx.fragment("You know it again? ", link("Sign in", to="/sign-in", class_name="link")),
    )
