"""Somebody's initials in a circle. The name stands beside it, so nobody is read the letters."""

import reflex as rx


def avatar(initials: rx.Var[str] | str) -> rx.Component:
    return rx.el.span(initials, aria_hidden="true", class_name="avatar")
