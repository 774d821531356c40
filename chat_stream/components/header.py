"""The bar above the conversation."""

import reflex as rx

from chat_stream.components.address import chat_in_address, is_temporary
from chat_stream.components.chat_settings import chat_settings
from chat_stream.components.counts import chat_total
from chat_stream.components.page_header import page_header
from chat_stream.components.temporary import temporary_button
from chat_stream.state import ChatListState, ChatState
from chat_stream.texts.page import text


def header() -> rx.Component:
    return page_header(_title(), _total(), temporary_button(), chat_settings())


@rx.memo
def _total() -> rx.Component:
    return chat_total(chat_in_address())


@rx.memo
def _title() -> rx.Component:
    """The list has it live; for a chat that is further down than the list reaches, it is what it was on load."""
    chat_id = chat_in_address()
    listed = ChatListState.chats[chat_id].title
    title = rx.cond(is_temporary(chat_id), text("temporary"), rx.cond(listed, listed, ChatState.title))
    return rx.fragment(rx.cond(chat_id, title, text("chat-new")))
