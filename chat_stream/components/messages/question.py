"""A question, and its actions: copy, edit and send again, versions."""

from typing import Any

import reflex as rx

from chat_stream.components.branches.version_switch import version_switch
from chat_stream.components.copying.copy_message import copy_text
from chat_stream.components.message_actions.message_time import message_time
from chat_stream.components.page.route import chat_in_address, is_temporary
from chat_stream.scripts import script
from chat_stream.state import ComposerState, SessionState
from chat_stream.state.composer_state import EditedQuestion


def _edited(question: rx.Var[EditedQuestion]) -> list[Any]:
    return [question.to(dict[str, Any])[name] for name in EditedQuestion.__annotations__]


class Question(rx.Component):
    """Its children: what it shows, the icon of Edit, and the other actions."""

    library = script("components/messages/question.jsx")
    tag = "Question"

    message_id: rx.Var[str]
    text: rx.Var[str]
    model: rx.Var[str]
    beside: rx.Var[list[str]]
    owner: rx.Var[str]
    is_temporary: rx.Var[bool]
    load: rx.Var[str]
    limit: rx.Var[int]
    on_edit: rx.EventHandler[_edited]


def question(message_id: rx.Var[str], text: Any, stored: Any) -> rx.Component:
    return Question.create(
        rx.el.div(text, custom_attrs={"data-message-body": ""}, dir="auto", class_name="bubble"),
        rx.icon("pencil", size=15),
        message_time(stored),
        version_switch(message_id),
        copy_text(text),
        message_id=message_id,
        text=text,
        model=ComposerState.model,
        beside=ComposerState.beside,
        owner=SessionState.user_id,
        is_temporary=is_temporary(chat_in_address()),
        load=SessionState.load,
        limit=ComposerState.LIMIT,
        on_edit=ComposerState.edit,
    )
