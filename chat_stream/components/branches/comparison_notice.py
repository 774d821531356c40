"""Which of several answers the next message follows, as long as none is chosen."""

import reflex as rx

from chat_stream.scripts import script


class ComparisonNotice(rx.Component):
    """There while answers stand side by side."""

    library = script("components/branches/comparison_notice.jsx")
    tag = "ComparisonNotice"
