"""One and the same page for what doesn't exist and what isn't the reader's."""

import reflex as rx

from chat_stream.components.link import link


def not_found(reason: rx.Var[str] | str = "") -> rx.Component:
    """`reason` is known only where something went while it was shown."""
    return rx.el.section(
        rx.el.h2(rx.cond(reason, "It is gone", "Not found"), class_name="text-2xl font-semibold tracking-tight"),
        rx.el.p(
            rx.cond(reason, reason, "There is nothing here, or it isn't yours to see."),
            role="status",
            class_name="text-muted-foreground",
        ),
        link("Begin a new chat", to="/", class_name="link"),
        class_name="m-auto flex flex-col items-center gap-3 p-6 text-center",
    )
