"""`2 / 3` and two arrows, below a message with several versions."""

from typing import Any

import reflex as rx

from chat_stream.scripts import script
from chat_stream.state import ChatState


def _chosen(message_id: rx.Var[str]) -> list[Any]:
    return [message_id]


class VersionSwitch(rx.Component):
    """Shows nothing for a single version. Inside of the scroller, whose position it preserves."""

    library = script("components/branches/version_switch.jsx")
    tag = "VersionSwitch"

    message_id: rx.Var[str]
    on_choose: rx.EventHandler[_chosen]


def version_switch(message_id: rx.Var[str]) -> rx.Component:
    return VersionSwitch.create(message_id=message_id, on_choose=ChatState.choose)
