"""Rooms stay small, and no two of them lean on each other.

A room is a folder. It may use what is in its own sub-rooms, and those may use what stands beside them in the room.
"""

import ast
import re
import statistics
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.architecture.test_import_directions import imported_names

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "chat_stream"
COMPONENTS = PACKAGE / "components"
MIGRATIONS = ROOT / "alembic" / "versions"
"""Lists of tables, written once and never changed: their functions may be long."""
WRITTEN_BY_HAND = {".py", ".js", ".jsx", ".mjs", ".css"}
FOLDERS = ("chat_stream", "packages", "assets/theme", "alembic", "tests", "bench", "deploy")
INSTALLED = {"node_modules", "build", "dist", ".venv", ".web"}
FILES = sorted(
    file
    for folder in FOLDERS
    for file in (ROOT / folder).rglob("*")
    if file.suffix in WRITTEN_BY_HAND and not INSTALLED & set(file.relative_to(ROOT).parts)
)
MOST_FILES = 15
"""In one room of components."""
MOST_LINES = 250
MEDIAN_LINES = 60
LONGEST_FUNCTION = 40
SCRIPT_IMPORT = re.compile(r"""(?:from|import)\s*\(?\s*["'](\.{1,2}/[^"']+)["']""")


def test_a_room_of_components_is_taken_in_at_one_look():
    rooms = {room: _files_in(room) for room in [COMPONENTS, *COMPONENTS.rglob("*")] if room.is_dir()}
    assert [f"{room.name}: {count}" for room, count in rooms.items() if count > MOST_FILES] == []


def test_no_file_is_long():
    lengths = {str(file.relative_to(ROOT)): len(file.read_text().splitlines()) for file in FILES}
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}
    assert statistics.median(lengths.values()) < MEDIAN_LINES


def test_no_function_is_long():
    functions = [file for file in FILES if file.suffix == ".py" and file.parent != MIGRATIONS]
    assert [f"{file.relative_to(ROOT)}: {name}" for file in functions for name in _long_in(file)] == []


@pytest.mark.parametrize("parent", ["", "components", "components/markdown", "llm", "streaming"])
def test_no_rooms_lean_on_each_other_in_a_circle(parent: str):
    rooms: dict[str, set[str]] = {}
    for importer, imported in _imports():
        pair = [_room_below(PACKAGE / parent, file) for file in (importer, imported)]
        if all(pair) and pair[0] != pair[1]:
            rooms.setdefault(str(pair[0]), set()).add(str(pair[1]))
    assert rooms
    assert _circle(rooms) is None


def test_a_circle_is_found():
    assert _circle({"a": {"b"}, "b": {"c"}}) is None
    assert _circle({"a": {"b"}, "b": {"c"}, "c": {"a"}}) is not None


def _circle(rooms: dict[str, set[str]]) -> list[str] | None:
    try:
        TopologicalSorter(rooms).prepare()
    except CycleError as error:
        return error.args[1]
    return None


def _room_below(parent: Path, file: Path) -> str | None:
    """The sub-room of `parent` that a file is in; None if it is in none."""
    if not file.is_relative_to(parent):
        return None
    room, *rest = file.relative_to(parent).parts
    return room if rest else None


@cache
def _imports() -> list[tuple[Path, Path]]:
    """The imports between modules, by Python and by script."""
    files = [file for file in FILES if file.is_relative_to(PACKAGE)]
    return [(file, other) for file in files for other in _imported_by(file)]


def _imported_by(file: Path) -> Iterator[Path]:
    return _modules_of(file) if file.suffix == ".py" else _scripts_of(file)


def _modules_of(file: Path) -> Iterator[Path]:
    module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
    for name in imported_names(ast.parse(file.read_text()), module):
        # The last part may be a name in a module, a module, or a name that a room offers.
        path = ROOT.joinpath(*name.split("."))
        candidates = (path.with_suffix(".py"), path.parent.with_suffix(".py"), path.parent / "__init__.py")
        yield from [other for other in candidates if other.is_file()][:1]


def _scripts_of(file: Path) -> Iterator[Path]:
    for path in SCRIPT_IMPORT.findall(file.read_text()):
        yield (file.parent / path).resolve()


def _files_in(room: Path) -> int:
    return sum(file.is_file() and file.suffix in WRITTEN_BY_HAND for file in room.iterdir())


def _long_in(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                yield f"{node.name} has {lines} lines"
