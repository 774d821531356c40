"""The page's half of the catalogue: components name keys, and the page looks up the texts."""

from typing import Any

import reflex as rx
from reflex_base.utils.imports import ImportVar
from reflex_base.vars import VarData

from chat_stream.scripts import script

PAGE_MODULE = script("texts/page.js")

_SAY = VarData(imports={PAGE_MODULE: [ImportVar(tag="useTexts")]}, hooks={"const say = useTexts();": None})


class Texts(rx.Component):
    """Wraps the whole app: it waits for the texts of the reader's language, and sets the document's language."""

    library = PAGE_MODULE
    tag = "Texts"
    lib_dependencies: list[str] = ["@fluent/bundle@0.19.1"]


def text(key: str, **values: Any) -> rx.Var[str]:
    """A Var with the text of a key. The values may be Vars."""
    return _said(f'say("{key}", {rx.Var.create(values)})' if values else f'say("{key}")')


def said(sentence: rx.Var[str] | str) -> rx.Var[str]:
    """A text from the server (`Text.said`), in the reader's language."""
    return _said(f"say.said({rx.Var.create(sentence)})")


def moment(at: rx.Var[str]) -> rx.Var[Any]:
    """A Var for use with `DATETIME()` in a text, from a time as ISO 8601."""
    return rx.Var(f"new Date({at})")


def _said(expression: str) -> rx.Var[str]:
    """A Var of a translated text. It brings its imports and hooks along, wherever it is used."""
    return rx.Var(expression, _var_type=str, _var_data=_SAY).guess_type()
