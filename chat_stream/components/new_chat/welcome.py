"""The empty new chat."""

import reflex as rx

from chat_stream.components.markdown.markdown import WarmUp
from chat_stream.components.new_chat.beginnings import beginnings
from chat_stream.state import SessionState
from chat_stream.texts.page import text


def welcome() -> rx.Component:
    return rx.el.div(
        rx.el.h2(text("chat-welcome", name=SessionState.name), class_name="text-2xl font-semibold tracking-tight"),
        rx.el.p(
            text("chat-welcome-lead"),
            class_name="max-w-md text-muted-foreground",
        ),
        beginnings(),
        WarmUp.create(),
        class_name="m-auto flex max-w-3xl flex-col items-center gap-3 px-6 py-16 text-center",
    )
