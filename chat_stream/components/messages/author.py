"""Who asked, in a chat of several people."""

from typing import Any

import reflex as rx

from chat_stream.components.base.avatar import avatar


def author(stored: Any) -> rx.Component:
    return rx.cond(
        stored.author,
        rx.el.div(
            rx.el.span(stored.author, class_name="truncate"),
            avatar(stored.initials),
            custom_attrs={"data-message-author": ""},
            class_name="author",
        ),
    )
