"""The installation's settings for everybody."""

from typing import Any

import reflex as rx

from chat_stream.components.base.section import section
from chat_stream.state import AdminState
from chat_stream.texts.page import text


def installation() -> rx.Component:
    return section(
        text("installation"),
        "installation",
        _checkbox(
            text("installation-open"),
            AdminState.is_sign_up_open,
            AdminState.open_sign_up(rx.cond(AdminState.is_sign_up_open, False, True)),
            text("installation-open-what"),
        ),
        rx.el.fieldset(
            rx.el.legend(text("installation-models"), class_name="mb-2 text-sm font-medium"),
            rx.foreach(AdminState.models, _model),
            class_name="flex flex-col gap-2",
        ),
        rx.el.label(
            rx.el.span(text("installation-default"), class_name="text-sm font-medium"),
            rx.el.select(
                rx.el.option(text("installation-first"), value=""),
                rx.foreach(
                    AdminState.models,
                    lambda model: rx.cond(model["is_allowed"], rx.el.option(model["label"], value=model["name"])),
                ),
                value=AdminState.default_model,
                on_change=AdminState.choose_default,
                class_name="field",
            ),
            class_name="flex max-w-xs flex-col gap-1.5",
        ),
    )


def _model(model: Any) -> rx.Component:
    toggle = AdminState.allow_model(model["name"], rx.cond(model["is_allowed"], False, True))
    return _checkbox(model["label"], model["is_allowed"], toggle, model["name"])


def _checkbox(words: Any, is_on: Any, event: rx.event.EventType, about: Any) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="checkbox", checked=is_on, on_change=event, class_name="checkbox"),
        rx.el.span(
            rx.el.span(words, class_name="block text-sm"),
            rx.el.span(about, class_name="block text-xs text-muted-foreground [overflow-wrap:anywhere]"),
        ),
        class_name="flex items-start gap-3",
    )
