"""Leaves out of each hydrate what the page doesn't need, because every reconnect would pay for it.

Reflex sends every var of every state, the names of states without vars, and the page's own request. States that are
sent again when a page loads are left out, too.
"""

from collections.abc import Collection
from inspect import signature
from typing import Any

import reflex as rx
from reflex.state import State

from chat_stream.reach import Reach

REACHES = (
    Reach(
        "reflex",
        "`State.dict(include_computed, initial)` and `State.is_hydrated`",
        missing="a way to leave a state out of what a page is sent when it connects",
        otherwise="each reconnect would cost what the whole app has to say",
        is_there=lambda: (
            {"include_computed", "initial"} <= set(signature(State.dict).parameters)
            and "is_hydrated" in State.base_vars
        ),
    ),
)


def send_lean_hydrates(restored_on_load: Collection[type[rx.State]]) -> None:
    """Leaves these states, and empty ones, out of every hydrate."""
    names = {state.get_full_name() for state in restored_on_load}
    root = State.get_full_name()
    whole = State.dict

    def lean(self: State, include_computed: bool = True, initial: bool = False, **options: Any) -> dict[str, Any]:
        """Replaces `State.dict`. With `initial`, for the build of the page, nothing is left out."""
        states = whole(self, include_computed, initial, **options)
        if initial:
            return states
        if root in states:
            states[root] = _without_request(states[root])
        return {name: values for name, values in states.items() if values and name not in names}

    State.dict = lean


def _without_request(values: dict[str, Any]) -> dict[str, Any]:
    """Reflex's own state without the vars that describe the request and the address."""
    return {name: value for name, value in values.items() if name.startswith("is_hydrated")}
