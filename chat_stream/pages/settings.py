"""The settings: the list of chats at the side, and what a person can set."""

import reflex as rx

from chat_stream.components.api_tokens import api_tokens
from chat_stream.components.chat_list import chat_list
from chat_stream.components.page_header import page_header
from chat_stream.components.provider_keys import provider_keys
from chat_stream.components.sidebar import sidebar
from chat_stream.components.subscriptions import subscriptions


def settings_page() -> rx.Component:
    return rx.el.div(
        subscriptions(),
        sidebar(chat_list()),
        rx.el.main(
            page_header("Settings"),
            rx.el.div(
                rx.el.div(
                    provider_keys(), api_tokens(), class_name="mx-auto flex w-full max-w-2xl flex-col gap-12 px-4 py-8"
                ),
                class_name="min-h-0 flex-1 overflow-y-auto",
            ),
            class_name="flex min-w-0 flex-1 flex-col",
        ),
        class_name="flex h-dvh bg-background text-foreground",
    )
