"""The pages for signing in and for creating an account."""

import reflex as rx

from chat_stream.components.base.field import field
from chat_stream.components.base.link import link
from chat_stream.components.entrance.account_form import account_form
from chat_stream.components.entrance.openid_link import openid_link
from chat_stream.components.entrance.session_ended import session_ended
from chat_stream.components.page.route import search_in_address
from chat_stream.texts.page import text


def sign_in_page() -> rx.Component:
    return account_form(
        session_ended(),
        openid_link(),
        field(text("entrance-email"), "email", kind="email", completes="email"),
        field(text("entrance-password"), "password", kind="password", completes="current-password"),
        title=text("sign-in-title"),
        action=text("sign-in"),
        path="/api/session",
        elsewhere=rx.fragment(
            text("sign-in-new-here"),
            " ",
            link(text("sign-up-link"), to=f"/sign-up{search_in_address()}", class_name="link"),
        ),
    )


def sign_up_page() -> rx.Component:
    return account_form(
        field(text("entrance-name"), "name", completes="name"),
        field(text("entrance-email"), "email", kind="email", completes="email"),
        field(
            text("entrance-password"),
            "password",
            kind="password",
            completes="new-password",
            hint=text("entrance-password-hint"),
        ),
        title=text("sign-up-title"),
        action=text("sign-up"),
        path="/api/users",
        elsewhere=rx.fragment(
            text("sign-up-known"), " ", link(text("sign-in"), to=f"/sign-in{search_in_address()}", class_name="link")
        ),
    )
