"""The page that somebody asked for before signing in."""

import reflex as rx
from reflex_base.utils.imports import ImportVar
from reflex_base.vars import VarData

from chat_stream.scripts import script

_SCRIPT = script("components/entrance/asked_page.js")


class ComingBack(rx.Component):
    """Rendered next to everything else in the app."""

    library = _SCRIPT
    tag = "ComingBack"


def asked_before() -> rx.Var[str]:
    """The page to go to when an invitation is accepted: its own `?next=…`, or the page that this tab asked for
    before."""
    imports = {_SCRIPT: [ImportVar(tag="askedBefore")]}
    return rx.Var("askedBefore(window.location.search)", _var_data=VarData(imports=imports)).to(str)


def address_as_value() -> rx.Var[str]:
    """The address of this page, as a value for a link's query."""
    address = "encodeURIComponent(window.location.pathname + window.location.search)"
    return rx.Var(f"(typeof window === 'undefined' ? '' : {address})").to(str)
