"""Irreversible actions: folded away, with a warning and a second click."""

import reflex as rx


def irreversible(title: rx.Var[str], *consequences: rx.Component | rx.Var[str], action: rx.Component) -> rx.Component:
    return rx.el.details(
        rx.el.summary(title, class_name="text-sm font-medium text-danger"),
        rx.el.div(rx.el.p(*consequences, class_name="text-sm"), action, class_name="danger"),
    )
