"""Signing in through another service, where the installation has one."""

import reflex as rx

from chat_stream.state import SessionState
from chat_stream.texts.page import text


def openid_link() -> rx.Component:
    """A link that leaves the page: the server sends the browser on."""
    return rx.cond(
        SessionState.openid_name,
        rx.el.a(
            text("sign-in-through", service=SessionState.openid_name),
            href="/api/openid",
            class_name="button-quiet mb-4 flex h-10",
        ),
    )
