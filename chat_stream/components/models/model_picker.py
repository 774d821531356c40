"""Chooses the model that answers, or several, with their abilities and prices."""

from typing import Any

import reflex as rx

from chat_stream.components.models.offered_models import OfferedModels, offered_models
from chat_stream.components.page.route import chat_in_address
from chat_stream.scripts import script
from chat_stream.state import ComposerState, SessionState
from chat_stream.state.page.model_entry import ModelEntry


def _chosen(name: rx.Var[str], beside: rx.Var[list[str]]) -> list[Any]:
    return [name, beside]


class ModelPicker(rx.Component):
    """A searchable list by provider, and one more for each model in `beside`."""

    library = script("components/models/model_picker.jsx")
    tag = "ModelPicker"
    lib_dependencies: list[str] = ["@ariakit/react@0.4.40"]

    models: rx.Var[dict[str, ModelEntry]]
    model: rx.Var[str]
    label: rx.Var[str]
    beside: rx.Var[list[str]]
    most: rx.Var[int]
    on_choose: rx.EventHandler[_chosen]


@rx.memo
def model_picker() -> rx.Component:
    return rx.fragment(
        OfferedModels.create(load=SessionState.load, offer=ComposerState.offer, on_ask=ComposerState.show_offer),
        ModelPicker.create(
            models=offered_models(),
            model=ComposerState.model,
            label=ComposerState.model_label,
            beside=ComposerState.beside,
            most=ComposerState.MOST_COMPARED,
            on_choose=lambda name, beside: ComposerState.choose_model(chat_in_address(), name, beside),
        ),
    )
