"""The models that can be chosen from, which the page keeps."""

from typing import Any

import reflex as rx
from reflex.event import no_args_event_spec

from chat_stream.scripts import script
from chat_stream.state import ComposerState
from chat_stream.state.composer_state import OFFER


class OfferedModels(rx.Component):
    """Asks for them when the page hasn't got those that are offered now."""

    library = script("components/models/offered_models.jsx")
    tag = "OfferedModels"

    load: rx.Var[str]
    offer: rx.Var[str]
    on_ask: rx.EventHandler[no_args_event_spec]


def offered_models() -> Any:
    """The Var of the models by their names. It is a hook: read it inside an `rx.memo`."""
    return ComposerState.offers[OFFER].models
