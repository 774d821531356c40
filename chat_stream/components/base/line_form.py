"""A form with a few fields in one line, which wraps on narrow pages."""

import reflex as rx


def line_form(
    *fields: rx.Component, action: rx.Var[str], on_submit: rx.event.EventType, looks: str = "button-quiet h-10"
) -> rx.Component:
    """Its fields are cleared when it is submitted; a field with a `value` shows that again."""
    return rx.el.form(
        *(rx.el.div(each, class_name="min-w-0 flex-1 basis-44 empty:hidden") for each in fields),
        rx.el.button(action, type="submit", class_name=looks),
        on_submit=on_submit,
        reset_on_submit=True,
        class_name="flex flex-wrap items-end gap-3",
    )
