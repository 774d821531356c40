"""Which of several answers the next message follows, as long as none is chosen."""

import reflex as rx

from chat_stream.components.scripts import component_script

component_script("branches.js")


class ComparisonNotice(rx.Component):
    """There while answers stand side by side."""

    library = component_script("comparison_notice.jsx")
    tag = "ComparisonNotice"
