"""How full a chat is for its model, and what of it the model isn't told any more."""

import reflex as rx

from chat_stream.scripts import script


class ContextNotice(rx.Component):
    """There when the chat is nearly full, or longer than its model can read."""

    library = script("components/counts/context.jsx")
    tag = "ContextNotice"
