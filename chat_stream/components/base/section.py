"""A part of a page with a heading: what settings pages are made of."""

import reflex as rx


def section(title: rx.Var[str], name: str, *children: rx.Component, lead: rx.Var[str] | str = "") -> rx.Component:
    """`name` is what a link to the section names."""
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
