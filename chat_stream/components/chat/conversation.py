"""The messages of the shown chat. A message that is being written renders alone."""

import reflex as rx

from chat_stream.components.chat.scroller import Scroller
from chat_stream.components.messages.message_list import message_list
from chat_stream.components.new_chat.temporary import temporary_welcome
from chat_stream.components.new_chat.welcome import welcome
from chat_stream.components.page.route import chat_in_address, is_temporary
from chat_stream.state import SessionState


@rx.memo
def conversation() -> rx.Component:
    chat_id = chat_in_address()
    return Scroller.create(
        rx.cond(is_temporary(chat_id), temporary_welcome()),
        rx.cond(chat_id, message_list(), rx.cond(SessionState.load, welcome())),
        subject=chat_id,
    )
