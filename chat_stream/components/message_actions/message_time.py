"""When a message was written, beside what can be done with it."""

from typing import Any

import reflex as rx

from chat_stream.scripts import script


class MessageTime(rx.Component):
    """Seen where the pointer or the focus is; on a touch screen always."""

    library = script("components/message_actions/message_time.jsx")
    tag = "MessageTime"

    at: rx.Var[int]


def message_time(stored: Any) -> rx.Component:
    return MessageTime.create(at=stored.at)
