"""A page with a single thing in its middle."""

import reflex as rx


def centered_page(*children: rx.Component) -> rx.Component:
    return rx.el.main(
        rx.el.div(
            rx.el.p("chat_stream", class_name="text-sm font-medium text-muted-foreground"),
            *children,
            class_name="w-full max-w-sm",
        ),
        class_name="grid min-h-dvh place-items-center bg-background px-6 py-10 text-foreground",
    )
