"""The button that copies a text and shows that it did."""

import reflex as rx

from chat_stream.scripts import script


class CopyButton(rx.Component):
    library = script("components/copying/copy_button.jsx")
    tag = "CopyButton"

    text: rx.Var[str]


copy_button = CopyButton.create
