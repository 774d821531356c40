"""Writes what the page's scripts know of Python: the maps, what is in them, and the components' properties.

    python -m tools.page.declarations

`chat_stream/components/contract/` has the outcome: `maps.js` with the maps' names, and two files of types. A test fails
when they differ from what Python declares.
"""

import importlib
import json
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import reflex as rx

import chat_stream.components
import chat_stream.state
from chat_stream.models import Status
from chat_stream.state.composer_state import OFFER
from chat_stream.state.page.list_page import ARCHIVE, LIST
from reflex_object_deltas import ObjectMap
from tools.page.typescript import Interfaces, function, member

FOLDER = Path(chat_stream.components.__path__[0]) / "contract"
WRITTEN = "// Written by `python -m tools.page.declarations` from what Python declares."
KEYS = {"LIST": LIST, "ARCHIVE": ARCHIVE, "OFFER": OFFER}
"""Keys in the maps that both sides name."""
NO_PROPERTIES = ("lib_dependencies",)


def declarations() -> dict[str, str]:
    """The text of each file, by its name."""
    maps = sorted(_maps(), key=lambda each: each.name)
    return {"maps.js": _names(maps), "maps.d.ts": _objects(maps), "props.d.ts": _properties()}


def write() -> None:
    for name, text in declarations().items():
        (FOLDER / name).write_text(text)


def _names(maps: list[ObjectMap[Any]]) -> str:
    lines = [f'export const {each.name.upper()} = "{each.name}";' for each in maps]
    keys = [f'export const {name} = "{key}";' for name, key in KEYS.items()]
    live = f"export const LIVE = {json.dumps([status.value for status in Status if not status.is_terminal])};"
    parts = [
        f"{WRITTEN[:-1]}: the names of the maps that the server fills,",
        *lines,
        "// of keys in them,",
        *keys,
        "// and the statuses of a message that is being written.",
        live,
    ]
    return "\n".join([*parts, ""])


def _objects(maps: list[ObjectMap[Any]]) -> str:
    interfaces = Interfaces()
    names = [f"export const {each.name.upper()}: MapName<{interfaces.type_of(each._value_type)}>;" for each in maps]
    keys = [f"export const {name}: string;" for name in KEYS]
    live = "export const LIVE: ReadonlyArray<string | undefined>;"
    head = [WRITTEN, 'import type { MapName } from "./objects.js";', ""]
    return "\n".join([*head, *names, *keys, live, "", *interfaces.texts(), ""])


def _properties() -> str:
    interfaces = Interfaces()
    components = sorted(set(_components()), key=lambda each: each.__name__)
    texts = [_interface(component, interfaces) for component in components]
    head = [WRITTEN, 'import type { ReactNode } from "react";', ""]
    return "\n".join([*head, *texts, *interfaces.texts(), ""])


def _interface(component: type[rx.Component], interfaces: Interfaces) -> str:
    lines = [member(name, _property(hint, interfaces)) for name, hint in _declared(component)]
    return "\n".join([f"export interface {component.__name__}Props {{", *lines, "  children?: ReactNode;", "}", ""])


def _property(hint: Any, interfaces: Interfaces) -> str:
    """A property is a Var, or a handler with the function that says what it is called with."""
    for spec in getattr(hint, "__metadata__", ()):
        return function(spec, interfaces)
    return interfaces.type_of(hint)


def _declared(component: type) -> Iterator[tuple[str, Any]]:
    for base in reversed(component.__mro__):
        if not _is_ours(base):
            continue
        for name, hint in vars(base).get("__annotations__", {}).items():
            if name not in NO_PROPERTIES and name in component.get_fields() and not name.startswith("_"):
                yield name, hint


def _maps() -> Iterator[ObjectMap[Any]]:
    seen = dict[str, ObjectMap[Any]]()
    for module in _modules(chat_stream.state):
        for scope in (module, *(each for each in vars(module).values() if isinstance(each, type) and _is_ours(each))):
            seen.update({each.name: each for each in vars(scope).values() if isinstance(each, ObjectMap)})
    return iter(seen.values())


def _components() -> Iterator[type[rx.Component]]:
    for module in _modules(chat_stream.components):
        for each in vars(module).values():
            if isinstance(each, type) and issubclass(each, rx.Component) and each.__module__ == module.__name__:
                yield each


def _modules(package: Any) -> list[Any]:
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    return [importlib.import_module(each.name) for each in found]


def _is_ours(each: type) -> bool:
    return each.__module__.startswith("chat_stream.")


if __name__ == "__main__":
    write()
