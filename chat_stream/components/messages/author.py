"""The name and initials of the person who asked, shown in a team's chats."""

from typing import Any

import reflex as rx

from chat_stream.components.base.avatar import avatar
from chat_stream.texts.page import said


def author(stored: Any) -> rx.Component:
    return rx.cond(
        stored.author,
        rx.el.div(
            rx.el.span(said(stored.author), class_name="truncate"),
            avatar(stored.initials),
            custom_attrs={"data-message-author": ""},
            class_name="author",
        ),
    )
