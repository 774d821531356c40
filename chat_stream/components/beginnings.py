"""What an empty chat offers to begin with, and the way to a model where only the demo answers."""

import reflex as rx

from chat_stream.components.link import link
from chat_stream.components.scripts import component_script
from chat_stream.state import ComposerState
from chat_stream.texts.page import text

component_script("lasting.js")


class Beginnings(rx.Component):
    library = component_script("beginnings.js")
    tag = "Beginnings"

    own: rx.Var[dict[str, list[str]]]


def beginnings() -> rx.Component:
    return rx.fragment(
        Beginnings.create(own=ComposerState.beginnings),
        rx.cond(
            ComposerState.connect_at,
            rx.el.p(
                text("demo-only"),
                " ",
                link(text("demo-connect"), to=ComposerState.connect_at, class_name="link"),
                class_name="mt-3 max-w-md text-sm text-balance text-muted-foreground",
            ),
        ),
    )
