"""A map from keys to objects on the page, of which only the changed entries are sent."""

import hashlib
from typing import Any, Generic, TypeVar

import reflex as rx
from reflex_base.utils.imports import ImportVar
from reflex_base.vars import VarData

from reflex_object_deltas.operations import Operation
from reflex_object_deltas.page import PAGE_MODULE

Value = TypeVar("Value")


class ObjectMap(Generic[Value]):
    """Declared by a state, read by components, changed by operations.

    Args:
        name: The map's name on the page, unique in the app.
        value_type: What its objects are: a dataclass or a TypedDict, serialised by the caller.
    """

    def __init__(self, name: str, value_type: type[Value]) -> None:
        self.name = name
        self._value_type = value_type

    def __getitem__(self, key: rx.Var[str] | str) -> Any:
        """The Var of one object, undefined while there is none.

        It is a hook: read it inside an `rx.memo`, which then renders again when this object changes, and
        only then.
        """
        expression = str(rx.Var.create(key))
        return self._hook("useObject", [f'"{self.name}"', expression], self._value_type)

    def keys(self) -> Any:
        """The Var of all keys, in the order in which they came. Also a hook; changes of objects don't reach it."""
        return self._hook("useKeys", [f'"{self.name}"'], list[str])

    def set(self, key: str, value: Any) -> Operation:
        """Puts an object into the map. It replaces one with the same key."""
        return ["=", self.name, key, value]

    def delete(self, key: str) -> Operation:
        return ["-", self.name, key]

    def _hook(self, hook: str, arguments: list[str], value_type: Any) -> Any:
        call = f"{hook}({', '.join(arguments)})"
        name = f"{self.name}_{hashlib.sha1(call.encode(), usedforsecurity=False).hexdigest()[:8]}"
        return rx.Var(
            _js_expr=name,
            _var_type=value_type,
            _var_data=VarData(
                imports={PAGE_MODULE: [ImportVar(tag=hook)]},
                hooks={f"const {name} = {call};": None},
            ),
        ).guess_type()
