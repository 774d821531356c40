"""Signing in through another service, where the installation has one."""

import reflex as rx

from chat_stream.components.page.route import search_in_address
from chat_stream.state import SessionState
from chat_stream.texts.page import text


def openid_link() -> rx.Component:
    """A link that leaves the page: the server sends the browser on, and back to what the address says is `next`."""
    return rx.cond(
        SessionState.openid_name,
        rx.el.a(
            text("sign-in-through", service=SessionState.openid_name),
            href=f"/api/openid{search_in_address()}",
            reload_document=True,  # or the page would look for one of its own there
            class_name="button-quiet mb-4 flex h-10",
        ),
    )
