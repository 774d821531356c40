"""The title of the chat in the address."""

from typing import Any

import reflex as rx

from chat_stream.components.page.route import chat_in_address, is_temporary
from chat_stream.state import ChatListState, ChatState
from chat_stream.texts.page import text


def chat_title() -> Any:
    """The title from the list, which is live. For a chat that isn't in the loaded part of the list, the title from when
    it was opened."""
    chat_id = chat_in_address()
    listed = ChatListState.chats[chat_id].title
    title = rx.cond(is_temporary(chat_id), text("temporary"), rx.cond(listed, listed, ChatState.title))
    return rx.cond(chat_id, title, text("chat-new"))
