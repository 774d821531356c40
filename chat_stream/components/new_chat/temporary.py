"""Temporary chats: the button that begins one, and the notices about it."""

from typing import Any

import reflex as rx

from chat_stream.components.new_chat.beginnings import beginnings
from chat_stream.components.page.route import chat_in_address, is_temporary
from chat_stream.scripts import script
from chat_stream.state import ChatState, ComposerState, SessionState
from chat_stream.texts.page import text

SIGN = "message-circle-dashed"


def _begun(client_id: rx.Var[str], account_id: rx.Var[str]) -> list[Any]:
    return [client_id, account_id]


class TemporaryButton(rx.Component):
    library = script("components/new_chat/temporary_button.jsx")
    tag = "TemporaryButton"

    load: rx.Var[str]
    account: rx.Var[str]
    title: rx.Var[str]
    on_begin: rx.EventHandler[_begun]


@rx.memo
def temporary_button() -> rx.Component:
    """Shown at a new chat."""
    return rx.cond(
        chat_in_address(),
        None,
        TemporaryButton.create(
            rx.icon(SIGN, size=16),
            text("temporary"),
            title=text("temporary-hint"),
            load=SessionState.load,
            account=SessionState.account_id,
            on_begin=ComposerState.begin_temporary,
        ),
    )


def temporary_welcome() -> rx.Component:
    """The empty temporary chat."""
    return rx.cond(
        ChatState.messages.keys().length() == 0,
        rx.el.div(
            rx.icon(SIGN, size=28, class_name="text-muted-foreground"),
            rx.el.h2(text("temporary"), class_name="text-2xl font-semibold tracking-tight"),
            rx.el.p(text("temporary-lead"), class_name="max-w-md text-muted-foreground"),
            beginnings(),
            class_name="m-auto flex max-w-3xl flex-col items-center gap-3 px-6 py-16 text-center",
        ),
    )


@rx.memo
def temporary_note() -> rx.Component:
    """The note above the composer, once the chat has messages."""
    return rx.cond(
        is_temporary(chat_in_address()) & (ChatState.messages.keys().length() > 0),
        rx.el.p(
            rx.icon(SIGN, size=13, class_name="shrink-0"),
            text("temporary-note"),
            class_name="temporary-note",
        ),
    )
