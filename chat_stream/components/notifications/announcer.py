"""The page's announcements for screen readers: an answer is being written, or has ended."""

import reflex as rx

from chat_stream.scripts import script


class Announcer(rx.Component):
    """Reads the maps `messages` and `chats` itself."""

    library = script("components/notifications/announcer.jsx")
    tag = "Announcer"


def announcer() -> rx.Component:
    return Announcer.create()
