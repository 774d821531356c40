"""Keeps the end of the conversation in view while text arrives, unless the reader has scrolled up."""

import reflex as rx

from chat_stream.scripts import script


class Scroller(rx.Component):
    library = script("components/chat/scroller.jsx")
    tag = "Scroller"
    lib_dependencies: list[str] = ["use-stick-to-bottom@1.1.6"]

    subject: rx.Var[str]
