"""Each reach finds what it needs, and stops the start where it doesn't."""

import ast
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from chat_stream.llm.litellm import library
from chat_stream.reach import LATE_MODULES, MODULES, Reach, WrongShape, check, reaches_of
from tests.support.site import PROJECT

PAGE = PROJECT / "docs" / "upgrading-dependencies.md"
SOURCES = sorted((PROJECT / "chat_stream").rglob("*.py"))


def reaches() -> list[Reach]:
    library.load()
    return [reach for module in (*MODULES, *LATE_MODULES) for reach in reaches_of(module)]


@pytest.mark.parametrize("module", [*MODULES, *LATE_MODULES])
def test_what_is_reached_for_is_there(module: str):
    library.load()
    for reach in reaches_of(module):
        assert reach.is_there(), reach.sentence


def test_each_reach_says_what_it_uses_and_what_is_missing():
    for reach in reaches():
        assert reach.inside
        assert reach.missing
        assert reach.otherwise


def gone() -> bool:
    raise AttributeError("renamed")


@pytest.mark.parametrize("is_there", [lambda: False, gone], ids=["another shape", "gone"])
def test_a_dependency_with_another_inside_stops_the_start_with_a_sentence(is_there: Callable[[], bool]):
    reach = Reach("httpx", "`_pool`", missing="a setting", otherwise="nothing would be guarded", is_there=is_there)
    with pytest.raises(
        WrongShape, match=r"httpx 0\S+ has no `_pool` as this app uses it: nothing would be guarded\. Inst"
    ):
        reach.check()


def test_what_only_costs_time_is_warned_of():
    Reach("h11", "x", missing="y", otherwise="it is slower", is_there=gone, is_needed=False).check()


def test_a_module_whose_import_fails_is_named():
    with pytest.raises(WrongShape, match=r"chat_stream\.no_such_module can't be imported"):
        check(["chat_stream.no_such_module"])


def test_the_app_does_not_start_on_a_dependency_with_another_inside():
    start = "from redis.asyncio.connection import ConnectionPool; del ConnectionPool.make_connection; "
    done = subprocess.run(
        [sys.executable, "-c", f"{start}import chat_stream.chat_stream"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1].startswith("redis ")
    assert "make_connection" in done.stderr


def test_a_module_with_a_private_name_of_a_dependency_says_so():
    private = [path for path in SOURCES if _has_private_names(path.read_text())]
    assert len(private) >= 2
    assert [path for path in private if not _says_so(path)] == []


def test_the_page_on_upgrading_has_every_reach():
    page = PAGE.read_text()
    assert [reach.inside for reach in reaches() if f"| {reach.dependency} | {reach.inside} |" not in page] == []


def _has_private_names(source: str) -> bool:
    froms = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)]
    return "reportPrivateUsage" in source or any("._" in f".{node.module}" for node in froms)


def _says_so(path: Path) -> bool:
    name = ".".join(path.relative_to(PROJECT).with_suffix("").parts)
    return any(name == module or name.startswith(f"{module}.") for module in (*MODULES, *LATE_MODULES))
