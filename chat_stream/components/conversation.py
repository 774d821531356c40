"""The messages of the chat that is shown, on the branch that was chosen. A message that is written renders alone."""

import reflex as rx

from chat_stream.components.address import chat_in_address
from chat_stream.components.branches import branch
from chat_stream.components.message import message
from chat_stream.components.scroller import Scroller
from chat_stream.components.welcome import welcome
from chat_stream.state import SessionState


@rx.memo
def message_list() -> rx.Component:
    return rx.el.div(
        rx.foreach(branch(), lambda message_id: message(message_id=message_id, key=message_id)),
        role="log",
        aria_label="Conversation",
        class_name="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 pt-8 pb-10",
    )


@rx.memo
def conversation() -> rx.Component:
    chat_id = chat_in_address()
    return Scroller.create(
        rx.cond(chat_id, message_list(), rx.cond(SessionState.load, welcome())),
        subject=chat_id,
    )
