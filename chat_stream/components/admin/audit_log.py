"""The audit log: security-relevant events of an installation."""

from typing import Any

import reflex as rx

from chat_stream.components.base.local_time import local_time
from chat_stream.components.base.section import section
from chat_stream.state import AdminState
from chat_stream.texts.page import said, text


def audit_log() -> rx.Component:
    return section(
        text("trail"),
        "trail",
        rx.el.ul(rx.foreach(AdminState.trail, _entry), aria_labelledby="trail", class_name="rows"),
        rx.cond(
            AdminState.has_more_trail,
            rx.el.button(
                text("trail-earlier"), type="button", on_click=AdminState.more_trail, class_name="button-quiet"
            ),
        ),
        lead=text("trail-lead"),
    )


def _entry(entry: Any) -> rx.Component:
    return rx.el.li(
        rx.el.p(
            rx.el.span(said(entry["sentence"]), class_name="text-sm"),
            rx.cond(entry["about"], rx.el.span(" ", said(entry["about"]), class_name="text-sm text-muted-foreground")),
            class_name="min-w-0 flex-1 basis-60 [overflow-wrap:anywhere]",
        ),
        rx.el.span(local_time(entry["at"]), class_name="text-xs text-muted-foreground"),
        class_name="row flex-wrap gap-y-1 py-2",
    )
