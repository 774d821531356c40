"""Why something was refused."""

import reflex as rx


def notice(sentence: rx.Var[str] | str) -> rx.Component:
    return rx.cond(sentence, rx.el.p(sentence, role="alert", class_name="text-sm text-danger"))
