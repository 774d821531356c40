"""The composer: the message box, the model, Send and Stop."""

from typing import Any

import reflex as rx

from chat_stream.components.base.vanishing_button import vanishing_button
from chat_stream.components.branches.comparison_notice import ComparisonNotice
from chat_stream.components.counts.context import ContextNotice
from chat_stream.components.models.model_picker import model_picker
from chat_stream.components.page.route import chat_in_address, is_temporary
from chat_stream.scripts import script
from chat_stream.state import ChatState, ComposerState, QueueState, SessionState
from chat_stream.state.composer_state import NewMessage
from chat_stream.texts.page import said, text


def _sent(message: rx.Var[NewMessage]) -> list[Any]:
    return [message.to(dict[str, Any])[name] for name in NewMessage.__annotations__]


class Composer(rx.Component):
    """Keeps the draft in the browser until the server says that the message is stored. A temporary chat's draft is kept
    only in the page."""

    library = script("components/composer/composer.jsx")
    tag = "Composer"

    chat_id: rx.Var[str]
    is_temporary: rx.Var[bool]
    model: rx.Var[str]
    beside: rx.Var[list[str]]
    owner: rx.Var[str]
    account: rx.Var[str]
    load: rx.Var[str]
    subscription: rx.Var[str]
    limit: rx.Var[int]
    on_send: rx.EventHandler[_sent]
    on_take_back: rx.EventHandler[rx.event.passthrough_event_spec(str)]


def composer() -> rx.Component:
    """Shown when it is known whose drafts to show."""
    return rx.cond(SessionState.user_id, _composer())


@rx.memo
def _composer() -> rx.Component:
    return Composer.create(
        rx.cond(
            ComposerState.notice, rx.el.p(said(ComposerState.notice), role="alert", class_name="text-sm text-danger")
        ),
        ComparisonNotice.create(),
        ContextNotice.create(),
        rx.el.div(
            model_picker(),
            stop_button(),
            rx.el.button(
                rx.icon("arrow-up", size=18), type="submit", aria_label=text("composer-send"), class_name="send-button"
            ),
            class_name="flex items-end gap-2",
        ),
        chat_id=chat_in_address(),
        is_temporary=is_temporary(chat_in_address()),
        model=ComposerState.model,
        beside=ComposerState.beside,
        owner=SessionState.user_id,
        account=SessionState.account_id,
        load=SessionState.load,
        subscription=ChatState.BOOKMARK,
        limit=ComposerState.LIMIT,
        on_send=ComposerState.send,
        on_take_back=QueueState.take_back,
    )


@rx.memo
def stop_button() -> rx.Component:
    """Shown while an answer is being written in this chat."""
    return rx.cond(
        ChatState.streaming.keys().length() > 0,
        vanishing_button(
            rx.icon("square", size=14),
            text("composer-stop"),
            on_click=ChatState.stop_all(chat_in_address()),
            class_name="button-quiet",
        ),
    )
