"""The content of a page next to the sidebar: a header, and sections one below the other."""

import reflex as rx

from chat_stream.components.chat_list.chat_list import chat_list
from chat_stream.components.frame.page_header import page_header
from chat_stream.components.frame.sidebar import sidebar
from chat_stream.components.frame.subscriptions import subscriptions
from chat_stream.components.notifications.announcer import announcer


def page_with_sidebar(title: rx.Var[str], *sections: rx.Component) -> rx.Component:
    return rx.el.div(
        subscriptions(),
        announcer(),
        sidebar(chat_list()),
        rx.el.main(
            page_header(title),
            rx.el.div(
                rx.el.div(*sections, class_name="mx-auto flex w-full max-w-2xl flex-col gap-10 px-4 py-8"),
                class_name="min-h-0 flex-1 overflow-y-auto",
            ),
            class_name="flex min-w-0 flex-1 flex-col",
        ),
        class_name="flex h-dvh bg-background text-foreground",
    )
