"""Shows values in vars, of which Reflex then sends only those that changed."""

from typing import Any

import reflex as rx


def show(state: rx.State, **values: Any) -> None:
    """Assigns what differs: Reflex sends a var that was assigned, even if it is the same as before."""
    for name, value in values.items():
        if getattr(state, name) != value:
            setattr(state, name, value)
