"""A model as the page shows it where one is chosen."""

from typing import TypedDict

from chat_stream.llm import Model, card_of


class ModelEntry(TypedDict, total=False):
    """`context` is in tokens, prices are in US dollars for a million of them. What nobody knows isn't there."""

    label: str
    provider: str
    context: int
    input_price: float
    output_price: float
    abilities: list[str]


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
