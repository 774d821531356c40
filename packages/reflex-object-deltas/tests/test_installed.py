"""The package works from its wheel and its sdist, in an empty environment, in a browser."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from installed import Environment, Example, build, example_app
from playwright.sync_api import Page, expect, sync_playwright

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
REFLEX = os.environ.get("MATRIX_REFLEX", "")
"""The version that bin/test-matrix asks for; empty for the newest that fits."""
WORD = 20_000  # milliseconds that the page may take
STORY = (
    "bread and milk, then honey from the market; two lemons, thyme, and the good salt. Ask Ada about the boat. "
    "It rained until noon and afterwards the whole street smelled of linden trees. "
)
WRITTEN = " ".join((STORY * 2).split()[:40])

WATCHES = """
import asyncio, sys
from reflex_object_deltas.testing import PageStore, SocketPage
from notes.notes import Notes

async def main():
    store, seen = PageStore(["notes"], "board"), asyncio.Event()
    def look(store):
        if any("linden trees." in note.get("text", "") for note in store.maps["notes"].values()):
            seen.set()
    async with SocketPage(int(sys.argv[1]), store, Notes.follow, subject="board", on_delta=look) as page:
        await page.is_ready()
        await page.call(Notes.add)
        await asyncio.wait_for(seen.wait(), 20)
        print("seen")

asyncio.run(main())
"""
"""A test of somebody else's app may look so."""


@pytest.fixture(scope="module")
def dists(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return build(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def example(dists: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Example]:
    folder = tmp_path_factory.mktemp("example")
    pins = [f"reflex=={REFLEX}"] if REFLEX else []
    python = os.environ.get("MATRIX_PYTHON", sys.executable)
    environment = Environment.with_installed(folder / "venv", f"{dists[0]}[testing]", *pins, python=python)
    with example_app(environment, folder) as example:
        yield example


@pytest.fixture
def tabs(example: Example) -> Iterator[tuple[Page, Page]]:
    """Two tabs on the board, of two browsers' worth of storage."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or None, args=["--no-sandbox"])
        pages = (browser.new_context().new_page(), browser.new_context().new_page())
        for page in pages:
            page.goto(example.address)
            expect(page.get_by_role("heading", name="Notes")).to_be_visible(timeout=60_000)
        yield pages
        browser.close()


def test_a_note_writes_itself_on_every_tab_through_a_reload_and_a_lost_connection(tabs: tuple[Page, Page]):
    one, other = tabs
    errors: list[str] = []
    one.on("pageerror", lambda error: errors.append(str(error)))
    one.get_by_role("button", name="New note").click()
    growing = other.locator(".note .growing")
    expect(growing).to_contain_text("bread", timeout=WORD)
    other.reload()
    one.context.set_offline(True)
    one.context.set_offline(False)
    for page in tabs:
        text = page.locator(".note .text:not(.growing)")
        expect(text).to_have_text(WRITTEN, timeout=WORD)
    other.get_by_role("button", name="Delete").click()
    expect(one.locator(".note")).to_have_count(0, timeout=WORD)
    assert errors == []


def test_a_page_without_a_browser_sees_a_note_written(example: Example):
    assert example.environment.run("-c", WATCHES, str(example.server_port), cwd=example.project) == "seen\n"


def test_a_sdist_installs_with_all_that_the_page_needs(dists: tuple[Path, Path], tmp_path: Path):
    environment = Environment.with_installed(tmp_path / "venv", str(dists[1]))
    look = "import pathlib, reflex_object_deltas as it; print(*pathlib.Path(it.__file__).parent.glob('*.js'))"
    names = [Path(file).name for file in environment.run("-c", look, cwd=tmp_path).split()]
    source = Path(__file__).parents[1] / "src" / "reflex_object_deltas"
    assert sorted(names) == sorted(file.name for file in source.glob("*.js"))
