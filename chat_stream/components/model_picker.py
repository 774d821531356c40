"""Which model answers, with what it can and costs."""

from typing import Any

import reflex as rx

from chat_stream.components.address import chat_in_address
from chat_stream.components.offered_models import OfferedModels, offered_models
from chat_stream.components.scripts import component_script
from chat_stream.state import ComposerState, SessionState
from chat_stream.state.model_entry import ModelEntry

component_script("amounts.js")
component_script("model_facts.js")


def _chosen(name: rx.Var[str]) -> list[Any]:
    return [name]


class ModelPicker(rx.Component):
    """A list that is searched as one types, by provider."""

    library = component_script("model_picker.jsx")
    tag = "ModelPicker"
    lib_dependencies: list[str] = ["@ariakit/react@0.4.40"]

    models: rx.Var[dict[str, ModelEntry]]
    model: rx.Var[str]
    label: rx.Var[str]
    on_choose: rx.EventHandler[_chosen]


@rx.memo
def model_picker() -> rx.Component:
    return rx.fragment(
        OfferedModels.create(load=SessionState.load, offer=ComposerState.offer, on_ask=ComposerState.show_offer),
        ModelPicker.create(
            models=offered_models(),
            model=ComposerState.model,
            label=ComposerState.model_label,
            on_choose=lambda name: ComposerState.choose_model(chat_in_address(), name),
        ),
    )
