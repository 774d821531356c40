"""A part of a page with a heading. Settings pages consist of sections."""

import reflex as rx


def section(title: rx.Var[str], name: str, *children: rx.Component, lead: rx.Var[str] | str = "") -> rx.Component:
    """A section. `name` is its fragment for links."""
    return rx.el.section(
        rx.el.div(
            rx.el.h2(title, id=name, class_name="text-lg font-semibold tracking-tight"),
            rx.el.p(lead, class_name="mt-1 text-sm text-muted-foreground")
            if isinstance(lead, rx.Var) or lead
            else None,
        ),
        *children,
        aria_labelledby=name,
        class_name="section",
    )
