"""Which model answers."""

import reflex as rx

from chat_stream.components.address import chat_in_address
from chat_stream.state import ComposerState


@rx.memo
def model_picker() -> rx.Component:
    return rx.el.select(
        rx.foreach(ComposerState.models, lambda model: rx.el.option(model[1], value=model[0])),
        value=ComposerState.model,
        on_change=lambda name: ComposerState.choose_model(chat_in_address(), name),
        aria_label="Model",
        class_name="model-picker",
    )
