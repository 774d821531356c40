"""Python's types in the words of TypeScript."""

import inspect
import types
from enum import Enum
from typing import (
    Any,
    ClassVar,
    Literal,
    NotRequired,
    Required,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from reflex_base.vars import Var


class Interfaces:
    """Types as TypeScript writes them, and the interfaces of the typed dicts that they name."""

    SIMPLE: ClassVar[dict[Any, str]] = {
        str: "string",
        int: "number",
        float: "number",
        bool: "boolean",
        type(None): "null",
    }

    def __init__(self) -> None:
        self._found: dict[str, type] = {}

    def type_of(self, hint: Any) -> str:
        origin, arguments = get_origin(hint), get_args(hint)
        if hint in self.SIMPLE:
            return self.SIMPLE[hint]
        if isinstance(hint, type) and issubclass(hint, Enum):
            return " | ".join(f'"{each.value}"' for each in hint)
        if is_typeddict(hint):
            self._found.setdefault(hint.__name__, hint)
            return hint.__name__
        if origin in (Var, Required, NotRequired):
            return self.type_of(arguments[0])
        if origin in (Union, types.UnionType):
            return " | ".join(dict.fromkeys(map(self.type_of, arguments)))
        if origin is Literal:
            return " | ".join(f'"{value}"' for value in arguments)
        if origin is list:
            return f"Array<{self.type_of(arguments[0])}>"
        if origin is dict:
            return f"Record<{', '.join(map(self.type_of, arguments))}>"
        return "any"

    def texts(self) -> list[str]:
        """The interfaces that were named, and those that they name in turn."""
        written: dict[str, str] = {}
        while missing := [name for name in self._found if name not in written]:
            written.update({name: self._text(self._found[name]) for name in missing})
        return [written[name] for name in sorted(written)]

    def _text(self, typed_dict: Any) -> str:
        hints = get_type_hints(typed_dict)
        lines = [
            f"  {name}{'' if name in typed_dict.__required_keys__ else '?'}: {self.type_of(hint)};"
            for name, hint in hints.items()
        ]
        return "\n".join([f"export interface {typed_dict.__name__} {{", *lines, "}", ""])


def member(name: str, written: str) -> str:
    """A property of a component, as React gets it."""
    return f"  {_in_camel_case(name)}: {written};"


def function(spec: Any, interfaces: Interfaces) -> str:
    """The type of a handler: its event spec declares what it is called with."""
    parameters = inspect.signature(spec).parameters.values()
    arguments = ", ".join(f"{_in_camel_case(each.name)}: {interfaces.type_of(each.annotation)}" for each in parameters)
    return f"({arguments}) => void"


def _in_camel_case(name: str) -> str:
    first, *others = name.strip("_").split("_")
    return first + "".join(word.capitalize() for word in others)
