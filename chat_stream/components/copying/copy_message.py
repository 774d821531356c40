"""The buttons that copy a message."""

from typing import Any

import reflex as rx

from chat_stream.scripts import script
from chat_stream.texts.page import text


class CopyMessage(rx.Component):
    library = script("components/copying/copy_message.jsx")
    tag = "CopyMessage"

    text: rx.Var[str]
    label: rx.Var[str]


def copy_words() -> rx.Component:
    """Copies what the page shows, without Markdown."""
    return CopyMessage.create(rx.icon("copy", size=15), label=text("copy"))


def copy_text(written: Any) -> rx.Component:
    """Copies the source of the text."""
    return CopyMessage.create(rx.icon("copy", size=15), text=written, label=text("copy"))


def copy_markdown(written: Any) -> rx.Component:
    return CopyMessage.create(rx.icon("file-code", size=15), text=written, label=text("copy-markdown"))
