"""The notice that says why something was refused."""

import reflex as rx

from chat_stream.texts.page import said


def notice(sentence: rx.Var[str] | str) -> rx.Component:
    return rx.cond(sentence, rx.el.p(said(sentence), role="alert", class_name="text-sm text-danger"))
