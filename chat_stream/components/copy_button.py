"""The button that puts a text into the clipboard, and says so."""

import reflex as rx

from chat_stream.components.scripts import component_script

component_script("clipboard.js")


class CopyButton(rx.Component):
    library = component_script("copy_button.jsx")
    tag = "CopyButton"

    text: rx.Var[str]


copy_button = CopyButton.create
