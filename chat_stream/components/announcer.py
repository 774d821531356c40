"""What the page says aloud: that an answer is written, that it ended."""

import reflex as rx

from chat_stream.components.scripts import component_script

component_script("notifications.js")


class Announcer(rx.Component):
    """Reads the maps `messages` and `chats` itself."""

    library = component_script("announcer.jsx")
    tag = "Announcer"


def announcer() -> rx.Component:
    return Announcer.create()
