"""The page that somebody asked for before they were signed in."""

import reflex as rx
from reflex_base.utils.imports import ImportVar
from reflex_base.vars import VarData

from chat_stream.scripts import script

_SCRIPT = script("components/entrance/asked_page.js")


class ComingBack(rx.Component):
    """Beside whatever the app shows."""

    library = _SCRIPT
    tag = "ComingBack"


def asked_before() -> rx.Var[str]:
    """At an invitation, when it is accepted: its own `?next=…`, or what this tab was asked for before it."""
    imports = {_SCRIPT: [ImportVar(tag="askedBefore")]}
    return rx.Var("askedBefore(window.location.search)", _var_data=VarData(imports=imports)).to(str)


def address_as_value() -> rx.Var[str]:
    """The address of this page, to be carried along by a link."""
    address = "encodeURIComponent(window.location.pathname + window.location.search)"
    return rx.Var(f"(typeof window === 'undefined' ? '' : {address})").to(str)
