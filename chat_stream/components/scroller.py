"""Keeps the end of the conversation in view while text arrives, unless the reader scrolled up."""

import reflex as rx

from chat_stream.components.scripts import component_script

for _part in ("passing_button.jsx", "sent.js"):
    component_script(_part)


class Scroller(rx.Component):
    library = component_script("scroller.jsx")
    tag = "Scroller"
    lib_dependencies: list[str] = ["use-stick-to-bottom@1.1.6"]

    subject: rx.Var[str]
