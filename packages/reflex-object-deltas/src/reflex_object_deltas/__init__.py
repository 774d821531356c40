"""Object-specific deltas for Reflex: of a keyed map only what changed is sent, of a growing text only its new end.

A state declares an `ObjectMap`, components read its objects like any Var, and event handlers send operations on it,
without the state's lock and without serialising the state. See README.md.
"""

from reflex_object_deltas import operations
from reflex_object_deltas.components import KeepSocket, ObjectDeltas, Subscription
from reflex_object_deltas.misuse import NoTab, ObjectMapMisused, UnfitReflex
from reflex_object_deltas.object_map import ObjectMap
from reflex_object_deltas.operations import Operation
from reflex_object_deltas.outlet import Outlet, emit
from reflex_object_deltas.page import PAGE_MODULE

__all__ = [
    "PAGE_MODULE",
    "KeepSocket",
    "NoTab",
    "ObjectDeltas",
    "ObjectMap",
    "ObjectMapMisused",
    "Operation",
    "Outlet",
    "Subscription",
    "UnfitReflex",
    "emit",
    "operations",
]

__version__ = "0.1.0"
