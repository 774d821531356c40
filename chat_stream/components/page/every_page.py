"""Behaviour of every page: files, keys of input methods, chosen looks, and notices."""

import reflex as rx

from chat_stream.scripts import script


class Everywhere(rx.Component):
    """Rendered once, next to the app."""

    library = script("components/page/every_page.jsx")
    tag = "Everywhere"
