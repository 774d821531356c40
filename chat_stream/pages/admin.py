"""The administrators' page. For everybody else there is nothing at its address."""

import reflex as rx

from chat_stream.components.chat_list import chat_list
from chat_stream.components.not_found import not_found
from chat_stream.components.page_header import page_header
from chat_stream.components.running_generations import running_generations
from chat_stream.components.sidebar import sidebar
from chat_stream.components.subscriptions import subscriptions
from chat_stream.state import GenerationsState


def admin_page() -> rx.Component:
    return rx.el.div(
        subscriptions(),
        sidebar(chat_list()),
        rx.el.main(
            page_header("Administration"),
            rx.cond(
                GenerationsState.is_missing,
                not_found(),
                rx.el.div(
                    rx.el.div(running_generations(), class_name="mx-auto w-full max-w-2xl px-4 py-8"),
                    class_name="min-h-0 flex-1 overflow-y-auto",
                ),
            ),
            class_name="flex min-w-0 flex-1 flex-col",
        ),
        class_name="flex h-dvh bg-background text-foreground",
    )
