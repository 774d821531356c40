"""A chat that is never stored: how one begins it, and what says so as long as it is there."""

import reflex as rx

from chat_stream.components.address import chat_in_address, is_temporary
from chat_stream.state import ChatState, ComposerState, SessionState
from chat_stream.texts.page import text

SIGN = "message-circle-dashed"


@rx.memo
def temporary_button() -> rx.Component:
    """There at a new chat."""
    return rx.cond(
        chat_in_address(),
        None,
        rx.el.button(
            rx.icon(SIGN, size=16),
            text("temporary"),
            type="button",
            title=text("temporary-hint"),
            on_click=ComposerState.begin_temporary(SessionState.account_id),
            class_name="button-quiet",
        ),
    )


def temporary_welcome() -> rx.Component:
    """What it shows before anything was said."""
    return rx.cond(
        ChatState.messages.keys().length() == 0,
        rx.el.div(
            rx.icon(SIGN, size=28, class_name="text-muted-foreground"),
            rx.el.h2(text("temporary"), class_name="text-2xl font-semibold tracking-tight"),
            rx.el.p(text("temporary-lead"), class_name="max-w-md text-muted-foreground"),
            class_name="m-auto flex max-w-3xl flex-col items-center gap-3 px-6 py-16 text-center",
        ),
    )


@rx.memo
def temporary_note() -> rx.Component:
    """Above the composer, once there is something to lose."""
    return rx.cond(
        is_temporary(chat_in_address()) & (ChatState.messages.keys().length() > 0),
        rx.el.p(
            rx.icon(SIGN, size=13, class_name="shrink-0"),
            text("temporary-note"),
            class_name="temporary-note",
        ),
    )
