"""The chat in the address with its composer, or a notice that it doesn't exist."""

import reflex as rx

from chat_stream.components.chat.conversation import conversation
from chat_stream.components.composer.composer import composer
from chat_stream.components.frame.not_found import not_found
from chat_stream.components.new_chat.temporary import temporary_note
from chat_stream.components.page.route import chat_in_address
from chat_stream.state import ChatState


@rx.memo
def chat() -> rx.Component:
    chat_id = chat_in_address()
    is_missing = chat_id.to(bool) & (ChatState.missing == chat_id)
    return rx.cond(is_missing, not_found(ChatState.loss), rx.fragment(conversation(), temporary_note(), composer()))
