"""Object-specific deltas for Reflex: of a keyed map only what changed is sent, of a growing text its new end.

A package of its own: it knows Reflex and nothing of chats. A state declares an `ObjectMap`, components read
its objects like any Var, and event handlers emit operations on it, without a state lock and without
serialising the state. See README.md.
"""

from reflex_object_deltas.components import ObjectDeltas, Subscription
from reflex_object_deltas.deltas import EVENT, Outlet, emit
from reflex_object_deltas.object_map import ObjectMap
from reflex_object_deltas.operations import Operation, append, bookmark, fold, grow

__all__ = [
    "EVENT",
    "ObjectDeltas",
    "ObjectMap",
    "Operation",
    "Outlet",
    "Subscription",
    "append",
    "bookmark",
    "emit",
    "fold",
    "grow",
]
