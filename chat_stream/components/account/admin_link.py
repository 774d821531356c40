"""The link to the administration page, for administrators."""

import reflex as rx

from chat_stream.components.base.link import link
from chat_stream.state import SessionState
from chat_stream.texts.page import text


def admin_link() -> rx.Component:
    return rx.cond(
        SessionState.is_administrator,
        link(
            rx.icon("shield", size=16),
            to="/admin",
            custom_attrs={"aria-label": text("side-administration"), "title": text("side-administration")},
            class_name="icon-button shrink-0",
        ),
    )
