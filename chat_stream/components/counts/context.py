"""How full a chat is for its model, and which part of it the model no longer sees."""

import reflex as rx

from chat_stream.scripts import script


class ContextNotice(rx.Component):
    """Shown when the chat is nearly full, or longer than its model can read."""

    library = script("components/counts/context.jsx")
    tag = "ContextNotice"
