"""The list of keyboard shortcuts behind `?`, and the keys that work everywhere."""

import reflex as rx

from chat_stream.scripts import script


class Keyboard(rx.Component):
    """A button; its child is its icon."""

    library = script("components/frame/keyboard.jsx")
    tag = "Keyboard"


def keyboard() -> rx.Component:
    return Keyboard.create(rx.icon("keyboard", size=16))
