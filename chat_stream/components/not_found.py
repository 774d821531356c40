"""One and the same page for what doesn't exist and what isn't the reader's."""

import reflex as rx

from chat_stream.components.link import link


def not_found() -> rx.Component:
    return rx.el.section(
        rx.el.h2("Not found", class_name="text-2xl font-semibold tracking-tight"),
        rx.el.p("There is nothing here, or it isn't yours to see.", class_name="text-muted-foreground"),
        link("Begin a new chat", to="/", class_name="link"),
        class_name="m-auto flex flex-col items-center gap-3 p-6 text-center",
    )
