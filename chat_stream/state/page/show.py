"""Assigns vars only if they changed."""

from typing import Any

import reflex as rx


def show(state: rx.State, **values: Any) -> None:
    """Assigns the values that differ: Reflex sends every var that was assigned, even if its value is the same."""
    for name, value in values.items():
        if getattr(state, name) != value:
            setattr(state, name, value)
