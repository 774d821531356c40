"""The time of a message, next to its actions."""

from typing import Any

import reflex as rx

from chat_stream.scripts import script


class MessageTime(rx.Component):
    """Visible under the pointer or focus; on touch screens, always."""

    library = script("components/message_actions/message_time.jsx")
    tag = "MessageTime"

    at: rx.Var[int]


def message_time(stored: Any) -> rx.Component:
    return MessageTime.create(at=stored.at)
