"""A person's initials in a circle. Screen readers skip it, because the name is next to it."""

import reflex as rx


def avatar(initials: rx.Var[str] | str) -> rx.Component:
    return rx.el.span(initials, aria_hidden="true", class_name="avatar")
