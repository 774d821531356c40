"""How full a chat is for its model, and what of it the model isn't told any more."""

import reflex as rx

from chat_stream.components.scripts import component_script

for _part in ("amounts.js", "branches.js"):
    component_script(_part)


class ContextNotice(rx.Component):
    """There when the chat is nearly full, or longer than its model can read."""

    library = component_script("context.jsx")
    tag = "ContextNotice"
