"""Signing in through another service, if the installation has one."""

import reflex as rx

from chat_stream.components.page.route import search_in_address
from chat_stream.state import SessionState
from chat_stream.texts.page import text


def openid_link() -> rx.Component:
    """A link that leaves the page: the server redirects the browser, and later back to the `next` page in the
    address."""
    return rx.cond(
        SessionState.openid_name,
        rx.el.a(
            text("sign-in-through", service=SessionState.openid_name),
            href=f"/api/openid{search_in_address()}",
            reload_document=True,  # otherwise the page would look for a route of its own
            class_name="button-quiet mb-4 flex h-10",
        ),
    )
