"""Asks for another answer to the same question; the earlier one stays."""

from typing import Any

import reflex as rx

from chat_stream.components.models.offered_models import offered_models
from chat_stream.scripts import script
from chat_stream.state import ChatState
from chat_stream.state.page.model_entry import ModelEntry


def _asked(message_id: rx.Var[str], model: rx.Var[str]) -> list[Any]:
    return [message_id, model]


class Regenerate(rx.Component):
    """One button for the model that wrote the answer, and one that opens the list of all models."""

    library = script("components/message_actions/regenerate.jsx")
    tag = "Regenerate"

    message_id: rx.Var[str]
    models: rx.Var[dict[str, ModelEntry]]
    on_regenerate: rx.EventHandler[_asked]


def regenerate(message_id: rx.Var[str]) -> rx.Component:
    return Regenerate.create(
        rx.icon("refresh-cw", size=15),
        rx.icon("chevron-down", size=13),
        message_id=message_id,
        models=offered_models(),
        on_regenerate=ChatState.regenerate,
    )
