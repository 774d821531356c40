"""Keeps out of a hydrate what the page needs none of: each reconnect would pay for it.

Reflex sends every var of every state, and the names of states that have none. A state that one page alone shows, and
that says all its vars anew when that page loads, is left out.
"""

from collections.abc import Collection
from typing import Any

import reflex as rx
from reflex.state import State


def send_lean_hydrates(restored_on_load: Collection[type[rx.State]]) -> None:
    """From now on a hydrate has neither these states nor empty ones."""
    names = {state.get_full_name() for state in restored_on_load}
    whole = State.dict

    def lean(self: State, include_computed: bool = True, initial: bool = False, **options: Any) -> dict[str, Any]:
        """`initial` is what the page is built with, which has everything."""
        states = whole(self, include_computed, initial, **options)
        return states if initial else {name: values for name, values in states.items() if values and name not in names}

    State.dict = lean
