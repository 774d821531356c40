"""The suggestions of an empty chat, and a link to connecting a model if only the demo answers."""

import reflex as rx

from chat_stream.components.base.link import link
from chat_stream.scripts import script
from chat_stream.state import ComposerState
from chat_stream.texts.page import text


class Beginnings(rx.Component):
    library = script("components/new_chat/beginnings.js")
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
