"""models ← streaming ← generation ← chats ← state, api ← components ← pages; `llm`, `accounts` beside `streaming`."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
PACKAGE = PROJECT / "chat_stream"
ROOT_MODULE = PACKAGE.name

# Who may import whom. `config`, `reach`, `tasks` and `texts` aren't listed: all may. `chat_stream.py` puts
# everything together.
ALLOWED = {
    "beginning_settings": set[str](),
    "folders": set[str](),
    "command": set[str](),
    "config": {"beginning_settings", "limits"},
    "reach": set[str](),
    "texts": set[str](),
    "texts.page": {"scripts"},
    "scripts": set[str](),
    "shared_route": set[str](),
    "limits": set[str](),
    "database": set[str](),
    "llm": set[str](),
    "browser": set[str](),
    "models": {"database"},
    "keys": {"database", "models", "llm"},
    "accounts": {"database", "models"},
    "streaming": {"database", "models"},
    "generation": {"database", "models", "streaming", "llm", "telemetry"},
    "chats": {
        "database",
        "models",
        "accounts",
        "streaming",
        "llm",
        "limits",
        "telemetry",
        "generation",
    },
    "backups": {"database"},
    "seeding": {"database", "models"},
    "operations": {"database", "models", "streaming", "llm", "telemetry", "generation", "chats"},
    "worker": {
        "database",
        "models",
        "accounts",
        "streaming",
        "llm",
        "keys",
        "limits",
        "telemetry",
        "generation",
        "chats",
        "operations",
    },
    "reflex_patches": {"database"},
    "server": {"database", "models", "accounts", "limits", "worker"},
    "api": {
        "server",
        "database",
        "models",
        "accounts",
        "streaming",
        "llm",
        "limits",
        "chats",
        "operations",
        "worker",
    },
    "state": {
        "database",
        "models",
        "accounts",
        "streaming",
        "llm",
        "keys",
        "chats",
        "operations",
        "worker",
    },
    "components": {
        "reflex_patches",
        "scripts",
        "models",
        "accounts",
        "streaming",
        "llm",
        "state",
        "texts.page",
    },
    "pages": {"models", "accounts", "streaming", "llm", "state", "components", "texts.page"},
}
FOR_ALL = {"__version__", "config", "folders", "reach", "tasks", "texts"}
KNOWS_REFLEX = {
    "reflex_patches",
    "scripts",
    "shared_route",
    "browser",
    "state",
    "components",
    "pages",
    "chat_stream",
    "texts.page",
}
ROOMS_OF_THEIR_OWN = {"texts.page"}
"""Modules that may do other things than the folder that they are in."""

MODULES = sorted(PACKAGE.rglob("*.py"))
PACKAGES = sorted(PROJECT.glob("packages/*/src/**/*.py"))
"""Packages of their own, which could leave this repository."""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_what_its_room_may_know(path: Path):
    module = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    assert forbidden_imports(path.read_text(), module) == []


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("chat_stream.models.message", "from chat_stream.streaming import journal"),
        ("chat_stream.models.message", "from ..streaming import journal"),
        ("chat_stream.models.__init__", "from .. import streaming"),
        ("chat_stream.streaming.follow.follow", "import chat_stream.accounts.scope"),
        ("chat_stream.generation.runner", "import reflex as rx"),
        ("chat_stream.generation.runner", "from reflex_base.event.context import EventContext"),
        ("chat_stream.streaming.follow.follow", "from reflex_object_deltas import Outlet"),
        ("chat_stream.generation.runner", "from chat_stream.texts.page import text"),
        ("chat_stream.texts.text", "import reflex as rx"),
        ("chat_stream.llm.stream", "def ask():\n    from chat_stream.models import chat"),
    ],
)
def test_an_import_against_the_direction_is_refused(module: str, line: str):
    assert forbidden_imports(line, module) != []


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("chat_stream.streaming.follow.follow", "from chat_stream import config, models"),
        ("chat_stream.streaming.follow.follow", "from .delta import Delta"),
        ("chat_stream.pages.chat", "import reflex as rx"),
        ("chat_stream.chat_stream", "from chat_stream import pages, worker"),
        ("chat_stream.generation.runner", "import asyncio"),
    ],
)
def test_an_import_along_the_direction_is_fine(module: str, line: str):
    assert forbidden_imports(line, module) == []


@pytest.mark.parametrize("path", PACKAGES, ids=lambda path: path.name)
def test_a_package_of_its_own_knows_nothing_of_chat_stream(path: Path):
    names = imported_names(ast.parse(path.read_text()), path.stem)
    assert [name for name in names if name.partition(".")[0] in {ROOT_MODULE, "tests"}] == []


def forbidden_imports(source: str, module: str) -> list[str]:
    room = room_of(module)
    return [name for name in imported_names(ast.parse(source), module) if not may_import(room, name)]


def may_import(room: str, name: str) -> bool:
    top = name.partition(".")[0]
    if top == "reflex" or top.startswith("reflex_"):
        return room in KNOWS_REFLEX
    other = room_of(name)
    if top != ROOT_MODULE or other in {room, ""} or room in {ROOT_MODULE, ""}:
        return True
    return other in ALLOWED[room] or other in FOR_ALL


def room_of(name: str) -> str:
    """`chat_stream.models.chat` → `models`; the package's own `__init__` is no room."""
    parts = name.removesuffix(".__init__").split(".")
    module = ".".join(parts[1:3])
    return module if module in ROOMS_OF_THEIR_OWN else ".".join(parts[1:2])


def imported_names(tree: ast.AST, module: str) -> Iterator[str]:
    """The full names of what is imported anywhere in a module, in functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            # One dot is the module's own package, each further one its parent.
            base = module.split(".")[: -node.level] if node.level else []
            origin = ".".join([*base, *(node.module or "").split(".")]).strip(".")
            yield from (f"{origin}.{alias.name}" for alias in node.names)
