"""The chat: the list at the side, the conversation, the composer."""

import reflex as rx

from chat_stream.components.chat_list import chat_list
from chat_stream.components.composer import composer
from chat_stream.components.conversation import conversation
from chat_stream.components.header import header
from chat_stream.components.not_found import not_found
from chat_stream.components.sidebar import sidebar
from chat_stream.components.subscriptions import subscriptions
from chat_stream.state import ChatState


def chat_page() -> rx.Component:
    return rx.el.div(
        subscriptions(),
        sidebar(chat_list()),
        rx.el.main(
            header(),
            rx.cond(ChatState.is_missing, not_found(ChatState.loss), rx.fragment(conversation(), composer())),
            class_name="flex min-w-0 flex-1 flex-col",
        ),
        class_name="flex h-dvh bg-background text-foreground",
    )
