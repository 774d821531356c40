"""When a message was written, beside what can be done with it."""

from typing import Any

import reflex as rx

from chat_stream.components.scripts import component_script

for _part in ("chat_groups.js", "chat_list_effects.js", "days.js"):
    component_script(_part)


class MessageTime(rx.Component):
    """Seen where the pointer or the focus is; on a touch screen always."""

    library = component_script("message_time.jsx")
    tag = "MessageTime"

    at: rx.Var[int]


def message_time(stored: Any) -> rx.Component:
    return MessageTime.create(at=stored.at)
