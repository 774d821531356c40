"""What the chat in the address is called."""

from typing import Any

import reflex as rx

from chat_stream.components.page.route import chat_in_address, is_temporary
from chat_stream.state import ChatListState, ChatState
from chat_stream.texts.page import text


def chat_title() -> Any:
    """The list has it live; for a chat that is further down than the list reaches, it is what it was on load."""
    chat_id = chat_in_address()
    listed = ChatListState.chats[chat_id].title
    title = rx.cond(is_temporary(chat_id), text("temporary"), rx.cond(listed, listed, ChatState.title))
    return rx.cond(chat_id, title, text("chat-new"))
