"""Vars of the messages that the page shows of a chat with branches."""

from typing import Any

import reflex as rx
from reflex_base.utils.imports import ImportVar
from reflex_base.vars import VarData

from chat_stream.scripts import script

BRANCHES = script("components/branches/branches.js")


def branch() -> Any:
    """The Var of the ids of the messages on the shown branch, first to last. It is a hook: read it inside an
    `rx.memo`."""
    return _ids("branch", "useBranch")


def compared() -> Any:
    """The Var of the ids of the answers that are shown side by side below the branch. Also a hook."""
    return _ids("compared", "useCompared")


def _ids(name: str, hook: str) -> Any:
    return rx.Var(
        _js_expr=name,
        _var_type=list[str],
        _var_data=VarData(imports={BRANCHES: [ImportVar(tag=hook)]}, hooks={f"const {name} = {hook}();": None}),
    ).guess_type()
