"""The messages of the shown branch, and below them answers side by side. Earlier messages of a long chat are loaded
when the reader scrolls up."""

from typing import Any

import reflex as rx

from chat_stream.components.branches.branches import branch
from chat_stream.components.composer.queue import queue
from chat_stream.components.messages.comparison import comparison
from chat_stream.components.messages.message import message
from chat_stream.scripts import script
from chat_stream.state import ChatState, SessionState
from chat_stream.texts.page import text


def _ids(message_ids: rx.Var[list[str]]) -> list[Any]:
    return [message_ids]


class MessageList(rx.Component):
    """Inside of the scroller, whose position it preserves. Its children are all messages of the branch."""

    library = script("components/messages/message_list.jsx")
    tag = "MessageList"

    load: rx.Var[str]
    page: rx.Var[int]
    on_reach: rx.EventHandler[_ids]


@rx.memo
def message_list() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            MessageList.create(
                rx.foreach(branch(), lambda message_id: message(message_id=message_id, key=message_id)),
                load=SessionState.load,
                page=ChatState.PAGE,
                on_reach=ChatState.reach,
            ),
            class_name="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4",
        ),
        comparison(),
        rx.el.div(queue(), class_name="mx-auto w-full max-w-3xl px-4"),
        role="log",
        aria_live="off",  # not each token: `announcer` announces what matters
        aria_label=text("chat-conversation"),
        class_name="flex w-full flex-col gap-6 pt-8 pb-10",
    )
