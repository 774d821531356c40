"""What the page says aloud: that an answer is written, that it ended."""

import reflex as rx

from chat_stream.scripts import script


class Announcer(rx.Component):
    """Reads the maps `messages` and `chats` itself."""

    library = script("components/notifications/announcer.jsx")
    tag = "Announcer"


def announcer() -> rx.Component:
    return Announcer.create()
