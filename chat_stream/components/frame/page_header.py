"""The header above a page's content."""

import reflex as rx

from chat_stream.components.frame.sidebar import SIDEBAR_ID
from chat_stream.texts.page import text


def page_header(title: rx.Component | rx.Var[str], *beside: rx.Component) -> rx.Component:
    return rx.el.header(
        rx.el.button(
            rx.icon("panel-left", size=18),
            aria_label=text("side-show"),
            custom_attrs={"popoverTarget": SIDEBAR_ID},
            class_name="icon-button md:hidden",
        ),
        rx.el.h1(title, dir="auto", class_name="min-w-0 flex-1 truncate text-start text-sm font-medium"),
        *beside,
        class_name="flex h-14 shrink-0 items-center gap-2 border-b border-border px-4",
    )
