"""A map from keys to objects on the page, of which only the changed entries are sent."""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any, Generic, NoReturn, TypeVar

import reflex as rx
from reflex.utils.serializers import serializer
from reflex_base.utils.imports import ImportVar
from reflex_base.vars import VarData

from reflex_object_deltas.misuse import ObjectMapMisused
from reflex_object_deltas.operations import Delete, Set
from reflex_object_deltas.page import PAGE_MODULE
from reflex_object_deltas.reflex_insides import is_in_event

Value = TypeVar("Value")
_REACTS_OWN_PROP = re.compile(r"(?<![\w.$])keyRxMemo(?!\w)")
"""The name on the page of a memo's parameter `key`."""
_FOREACH_ARGUMENT = re.compile(r"(?<![\w.$])(?:[A-Za-z]\w*_rx_state_|index_[0-9a-f]{32})(?!\w)")
"""The names on the page of the parameters of `rx.foreach`'s function. A state's vars have a dot before their name."""


class ObjectMap(Generic[Value]):
    """Declared by a state, read by components, changed by operations. The objects themselves are on the page only.

    Args:
        name: The map's name on the page, unique in the app.
        value_type: What its objects are: a dataclass or a TypedDict. Components read their fields by it.
    """

    def __init__(self, name: str, value_type: type[Value]) -> None:
        if not name:
            raise ObjectMapMisused('An ObjectMap needs a name, unique in the app: ObjectMap("notes", Note).')
        self.name = name
        self._value_type = value_type

    def __getitem__(self, key: rx.Var[str] | str) -> Any:
        """The Var of one object, undefined while there is none.

        It is a hook: read it inside an `rx.memo`, which then renders again when this object changes, and
        only then.

        Raises:
            ObjectMapMisused: It is read in an event handler, or with the parameter of an `rx.foreach`.
        """
        self._require_component()
        if not isinstance(key, str | rx.Var):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers may be untyped
            raise self._no_key(key)
        expression = str(rx.Var.create(key))
        if _REACTS_OWN_PROP.search(expression):
            raise ObjectMapMisused(
                "React keeps a prop called key to itself, and the memo never sees it. Call its parameter another name."
            )
        if _FOREACH_ARGUMENT.search(expression):
            raise ObjectMapMisused(
                f"The map {self.name!r} is read in the function of an rx.foreach, where React allows no hook. Read it "
                f"in an rx.memo, which takes the key: rx.foreach({self.name}.keys(), lambda key: row(row_id=key))."
            )
        return self._hook("useObject", [json.dumps(self.name), expression], self._value_type)

    def keys(self) -> Any:
        """The Var of all keys, in the order in which they came. Also a hook; changes of objects don't reach it."""
        self._require_component()
        return self._hook("useKeys", [json.dumps(self.name)], list[str])

    def set(self, key: str, value: Any) -> Set:
        """Puts an object into the map. It replaces one with the same key.

        A text that grows in a field of the object goes on there, unless `value` has that field.
        """
        return ("=", self.name, self._checked(key), value)

    def delete(self, key: str) -> Delete:
        return ("-", self.name, self._checked(key))

    def __iter__(self) -> Iterator[Any]:
        self._refuse_to_be_looked_through()

    def __contains__(self, key: object) -> bool:
        self._refuse_to_be_looked_through()

    def __len__(self) -> int:
        self._refuse_to_be_looked_through()

    def __bool__(self) -> bool:
        return True

    def _refuse_to_be_looked_through(self) -> NoReturn:
        raise ObjectMapMisused(
            f"The map {self.name!r} holds nothing on the server. A component reads {self.name}.keys(), and one object "
            f"by {self.name}[key]; an event handler keeps its objects elsewhere, and sends {self.name}.set(key, value)."
        )

    def _require_component(self) -> None:
        if is_in_event():
            self._refuse_to_be_looked_through()

    def _checked(self, key: str) -> str:
        if type(key) is not str:
            raise self._no_key(key)
        return key

    def _no_key(self, key: object) -> ObjectMapMisused:
        return ObjectMapMisused(
            f"The keys of the map {self.name!r} are strings, and {key!r:.100} is a {type(key).__qualname__}. "
            f"On the page 1 and '1' would be two keys: use str(key) everywhere."
        )

    def _hook(self, hook: str, arguments: list[str], value_type: Any) -> Any:
        call = f"{hook}({', '.join(arguments)})"
        plain = re.sub(r"\W", "_", self.name)
        name = f"{plain}_{hashlib.sha1(call.encode(), usedforsecurity=False).hexdigest()[:8]}"
        return rx.Var(
            _js_expr=name,
            _var_type=value_type,
            _var_data=VarData(
                imports={PAGE_MODULE: [ImportVar(tag=hook)]},
                hooks={f"const {name} = {call};": None},
            ),
        ).guess_type()


@serializer
def _no_var(value: ObjectMap) -> str:  # pyright: ignore[reportUnusedFunction]
    """Reflex calls this when a whole map is used as a Var, or a state has it as one.

    Raises:
        ObjectMapMisused: Always.
    """
    raise ObjectMapMisused(
        f"The map {value.name!r} is no Var, and no var of a state: it holds nothing on the server. A state "
        f"declares it as ClassVar[ObjectMap[…]]; a component reads {value.name}.keys(), or {value.name}[key]."
    )
