"""What the page shows of a chat that has branches."""

from typing import Any

import reflex as rx
from reflex_base.utils.imports import ImportVar
from reflex_base.vars import VarData

from chat_stream.components.scripts import component_script

BRANCHES = component_script("branches.js")


def branch() -> Any:
    """The Var of the ids of the messages that are shown, first to last. It is a hook: read it inside an `rx.memo`."""
    return rx.Var(
        _js_expr="branch",
        _var_type=list[str],
        _var_data=VarData(
            imports={BRANCHES: [ImportVar(tag="useBranch")]}, hooks={"const branch = useBranch();": None}
        ),
    ).guess_type()
