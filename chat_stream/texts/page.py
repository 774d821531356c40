"""The page's half: what components say is a key, and the page has the words."""

from typing import Any

import reflex as rx
from reflex_base.utils.imports import ImportVar
from reflex_base.vars import VarData

from chat_stream.scripts import script

PAGE_MODULE = script("texts/page.js")

_SAY = VarData(imports={PAGE_MODULE: [ImportVar(tag="useTexts")]}, hooks={"const say = useTexts();": None})


class Texts(rx.Component):
    """Wraps the whole app: it waits for the words of the reader's language, and marks the document with it."""

    library = PAGE_MODULE
    tag = "Texts"
    lib_dependencies: list[str] = ["@fluent/bundle@0.19.1"]


def text(key: str, **values: Any) -> rx.Var[str]:
    """The Var of a text of the catalogue, with the values that it names, which may be Vars."""
    return _said(f'say("{key}", {rx.Var.create(values)})' if values else f'say("{key}")')


def said(sentence: rx.Var[str] | str) -> rx.Var[str]:
    """What the server said (`Text.said`), in the reader's language."""
    return _said(f"say.said({rx.Var.create(sentence)})")


def moment(at: rx.Var[str]) -> rx.Var[Any]:
    """A value for `DATETIME()` in a text, of a moment as ISO 8601."""
    return rx.Var(f"new Date({at})")


def _said(expression: str) -> rx.Var[str]:
    """What else the expression needs of the page is in it: a Var that is written into a text brings its own along."""
    return rx.Var(expression, _var_type=str, _var_data=_SAY).guess_type()
