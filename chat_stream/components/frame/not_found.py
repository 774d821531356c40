"""The page for what doesn't exist and for what the reader can't see: nobody learns which."""

import reflex as rx

from chat_stream.components.base.link import link
from chat_stream.texts.page import said, text


def not_found(reason: rx.Var[str] | str = "") -> rx.Component:
    """`reason` is known only if the chat disappeared while it was shown."""
    return rx.el.section(
        rx.el.h2(
            rx.cond(reason, text("not-found-gone"), text("not-found-title")),
            class_name="text-2xl font-semibold tracking-tight",
        ),
        rx.el.p(
            rx.cond(reason, said(reason), text("not-found")),
            role="status",
            class_name="text-muted-foreground",
        ),
        link(text("not-found-begin"), to="/", class_name="link"),
        class_name="m-auto flex flex-col items-center gap-3 p-6 text-center",
    )
