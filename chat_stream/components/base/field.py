"""A labelled field of a form."""

from typing import Literal

import reflex as rx


def field(
    label: rx.Var[str],
    name: str,
    *,
    kind: Literal["text", "email", "password"] = "text",
    completes: str = "off",
    hint: rx.Var[str] | str = "",
    value: rx.Var[str] | str = "",
    is_required: bool = True,
) -> rx.Component:
    """A field. `value` is its initial value."""
    return rx.el.label(
        rx.el.span(label, class_name="text-sm font-medium"),
        rx.el.input(
            name=name,
            type=kind,
            auto_complete=completes,
            required=is_required,
            placeholder=hint,
            default_value=value,
            class_name="field",
        ),
        class_name="flex flex-col gap-1.5",
    )
