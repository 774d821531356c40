"""Names the compared answer that the next message follows, as long as none is chosen."""

import reflex as rx

from chat_stream.scripts import script


class ComparisonNotice(rx.Component):
    """Shown while answers are side by side."""

    library = script("components/branches/comparison_notice.jsx")
    tag = "ComparisonNotice"
