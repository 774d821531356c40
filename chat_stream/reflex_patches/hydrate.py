"""Keeps out of a hydrate what the page needs none of: each reconnect would pay for it.

Reflex sends every var of every state, the names of states that have none, and what the page told it of its request. A
state that says anew when a page loads what that page shows of it is left out.
"""

from collections.abc import Collection
from typing import Any

import reflex as rx
from reflex.state import State


def send_lean_hydrates(restored_on_load: Collection[type[rx.State]]) -> None:
    """From now on a hydrate has neither these states nor empty ones."""
    names = {state.get_full_name() for state in restored_on_load}
    root = State.get_full_name()
    whole = State.dict

    def lean(self: State, include_computed: bool = True, initial: bool = False, **options: Any) -> dict[str, Any]:
        """`initial` is what the page is built with, which has everything."""
        states = whole(self, include_computed, initial, **options)
        if initial:
            return states
        if root in states:
            states[root] = _without_request(states[root])
        return {name: values for name, values in states.items() if values and name not in names}

    State.dict = lean


def _without_request(values: dict[str, Any]) -> dict[str, Any]:
    """Of Reflex's own state, whose other vars are parts of the request and of the address."""
    return {name: value for name, value in values.items() if name.startswith("is_hydrated")}
