"""The models that can be chosen, which the page keeps."""

from typing import Any

import reflex as rx
from reflex.event import no_args_event_spec

from chat_stream.scripts import script
from chat_stream.state import ComposerState
from chat_stream.state.composer_state import OFFER


class OfferedModels(rx.Component):
    """Asks for the models when the page doesn't have the current ones."""

    library = script("components/models/offered_models.jsx")
    tag = "OfferedModels"

    load: rx.Var[str]
    offer: rx.Var[str]
    on_ask: rx.EventHandler[no_args_event_spec]


def offered_models() -> Any:
    """The Var of the models by name. It is a hook: read it inside an `rx.memo`."""
    return ComposerState.offers[OFFER].models
