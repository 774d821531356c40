"""Models as the page shows them for choosing."""

import hashlib
import json
from collections.abc import Sequence
from typing import NotRequired, TypedDict

from chat_stream.llm import Model, card_of


class ModelEntry(TypedDict):
    """`context` is in tokens, prices are in US dollars for a million tokens. Unknown values are left out."""

    label: str
    provider: str
    context: NotRequired[int]
    input_price: NotRequired[float]
    output_price: NotRequired[float]
    abilities: NotRequired[list[str]]


class Offer(TypedDict):
    """The models that somebody can choose, by name. `version` changes when any of them changes."""

    version: str
    models: dict[str, ModelEntry]


def offer_of(models: Sequence[Model]) -> Offer:
    entries = {model.name: entry_of(model) for model in models}
    version = hashlib.sha1(json.dumps(entries).encode(), usedforsecurity=False).hexdigest()[:8]
    return Offer(version=version, models=entries)


def entry_of(model: Model) -> ModelEntry:
    card = card_of(model.name)
    entry = ModelEntry(label=model.label, provider=model.provider)
    if card.context:
        entry["context"] = card.context
    if card.input_price is not None and card.output_price is not None:
        entry["input_price"], entry["output_price"] = card.input_price, card.output_price
    if card.abilities:
        entry["abilities"] = list(card.abilities)
    return entry
