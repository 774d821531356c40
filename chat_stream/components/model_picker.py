"""Which model answers."""

import reflex as rx

from chat_stream.state import ChatState, ComposerState


def model_picker() -> rx.Component:
    return rx.el.select(
        rx.foreach(ComposerState.models, lambda model: rx.el.option(model.label, value=model.name)),
        value=ComposerState.model,
        on_change=lambda name: ComposerState.choose_model(ChatState.opened, name),
        aria_label="Model",
        class_name="model-picker",
    )
