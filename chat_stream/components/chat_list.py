"""The list of chats: only an entry that changed is rendered again."""

import reflex as rx

from chat_stream.components.link import link
from chat_stream.state import ChatListState


@rx.memo
def chat_entry(rest: rx.RestProp, chat_id: rx.Var[str]) -> rx.Component:
    chat = ChatListState.chats[chat_id]
    return rx.el.li(
        rest,
        link(chat.title, to=f"/chat/{chat_id}", class_name="chat-entry"),
    )


@rx.memo
def chat_list() -> rx.Component:
    return rx.el.nav(
        rx.el.ul(
            rx.foreach(ChatListState.chats.keys().reverse(), lambda chat_id: chat_entry(chat_id=chat_id, key=chat_id)),
            class_name="flex flex-col gap-0.5",
        ),
        aria_label="Chats",
        class_name="min-h-0 flex-1 overflow-y-auto px-3 pb-3",
    )
