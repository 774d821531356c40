"""What a model thought before it answered, folded away once it answers."""

from typing import Any

import reflex as rx


def reasoning(text: Any, *, is_open: Any) -> rx.Component:
    return rx.cond(
        text,
        rx.el.details(
            rx.el.summary("Thoughts", class_name="cursor-pointer text-sm text-muted-foreground"),
            rx.el.div(text, class_name="reasoning"),
            open=is_open,
            custom_attrs={"data-message-reasoning": ""},
        ),
    )
