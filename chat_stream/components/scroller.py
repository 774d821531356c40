"""Keeps the end of the conversation in view while text arrives, unless the reader scrolled up."""

import reflex as rx

from chat_stream.components.scripts import component_script

component_script("passing_button.jsx")


class Scroller(rx.Component):
    library = component_script("scroller.jsx")
    tag = "Scroller"
    lib_dependencies: list[str] = ["use-stick-to-bottom@1.1.6"]

    subject: rx.Var[str]
