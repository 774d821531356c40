"""The chat page: the sidebar, the conversation, the composer."""

import reflex as rx

from chat_stream.components.chat.chat import chat
from chat_stream.components.chat.chat_header import header
from chat_stream.components.chat_list.chat_list import chat_list
from chat_stream.components.frame.sidebar import sidebar
from chat_stream.components.frame.subscriptions import subscriptions
from chat_stream.components.notifications.announcer import announcer


def chat_page() -> rx.Component:
    return rx.el.div(
        subscriptions(),
        announcer(),
        sidebar(chat_list()),
        rx.el.main(header(), chat(), class_name="flex min-w-0 flex-1 flex-col"),
        class_name="flex h-dvh bg-background text-foreground",
    )
