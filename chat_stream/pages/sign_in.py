"""Signing in, and creating an account."""

import reflex as rx

from chat_stream.components.account_form import account_form
from chat_stream.components.address import search_in_address
from chat_stream.components.farewell import farewell
from chat_stream.components.field import field
from chat_stream.components.link import link
from chat_stream.components.openid_link import openid_link


def sign_in_page() -> rx.Component:
    return account_form(
        farewell(),
        openid_link(),
        field("Email", "email", kind="email", completes="email"),
        field("Password", "password", kind="password", completes="current-password"),
        title="Welcome back",
        action="Sign in",
        path="/api/session",
        elsewhere=rx.fragment(
            "New here? ", link("Create an account", to=f"/sign-up{search_in_address()}", class_name="link")
        ),
    )


def sign_up_page() -> rx.Component:
    return account_form(
        field("Name", "name", completes="name"),
        field("Email", "email", kind="email", completes="email"),
        field("Password", "password", kind="password", completes="new-password", hint="At least 8 characters"),
        title="Create your account",
        action="Create account",
        path="/api/users",
        elsewhere=rx.fragment(
            "Have an account already? ", link("Sign in", to=f"/sign-in{search_in_address()}", class_name="link")
        ),
    )
