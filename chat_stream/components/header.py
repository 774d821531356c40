"""The bar above the conversation."""

import reflex as rx

from chat_stream.components.page_header import page_header
from chat_stream.state import ChatState


def header() -> rx.Component:
    return page_header(rx.cond(ChatState.title, ChatState.title, "New chat"))
