"""`docs/architecture.md` names every room, nothing that isn't there, and draws no arrow against the direction."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.architecture.test_import_directions import ALLOWED, PACKAGE

PROJECT = PACKAGE.parent
MAP = (PROJECT / "docs" / "architecture.md").read_text()
NAMED = set(re.findall(r"`([\w./-]+(?:/|\.\w+))`", MAP))
DRAWING = MAP.partition("```mermaid")[2].partition("```")[0]
USES = [line.split(" --> ") for line in map(str.strip, DRAWING.splitlines()) if " --> " in line]
ROOMS = {
    f"{folder.relative_to(PACKAGE)}/"
    for folder in PACKAGE.rglob("*")
    if folder.is_dir() and any(file.suffix in {".py", ".js", ".jsx"} for file in folder.iterdir())
}


def test_every_room_is_on_the_map():
    assert ROOMS - NAMED - {"components/"} == set()


def test_everything_on_the_map_is_there():
    places = (PACKAGE, PROJECT, *PROJECT.glob("packages/*/src"))
    assert [name for name in sorted(NAMED) if not any((place / name).exists() for place in places)] == []


@pytest.mark.parametrize("chain", USES, ids=" ".join)
def test_an_arrow_is_a_use_that_is_allowed(chain: list[str]):
    rooms = [Path(re.sub(r"\[.*", "", name)).name for name in chain]
    for user, used in pairwise(rooms):
        assert used in ALLOWED[user]
