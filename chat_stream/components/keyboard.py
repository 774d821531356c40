"""The list of keys behind `?`, and the keys that work everywhere."""

import reflex as rx

from chat_stream.components.scripts import component_script

component_script("places.js")


class Keyboard(rx.Component):
    """A button, whose child is its sign."""

    library = component_script("keyboard.jsx")
    tag = "Keyboard"


def keyboard() -> rx.Component:
    return Keyboard.create(rx.icon("keyboard", size=16))
