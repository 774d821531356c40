"""A text that has come in pieces, however it was cut, looks as it does when it is loaded whole."""

import os
import random
import subprocess
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, sync_playwright

FOLDER = Path(__file__).parent
TEXTS = (FOLDER / "texts.md").read_text().split("\n%%%%\n")
ADDRESS = "http://page.example/"
HTML = '<!doctype html><body><script type="module" src="growing.js"></script>'


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle")
    subprocess.run(["node", FOLDER / "bundle.mjs", folder], check=True, timeout=100)
    return folder


@pytest.fixture(scope="module")
def page(bundle: Path) -> Iterator[Page]:
    def serve(route: Route) -> None:
        name = route.request.url.removeprefix(ADDRESS)
        if name:
            route.fulfill(content_type="text/javascript", path=bundle / name)
        else:
            route.fulfill(content_type="text/html", body=HTML)

    with sync_playwright() as playwright:
        executable = os.environ.get("CHROMIUM") or None
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        page = browser.new_page()
        page.route("**/*", serve)
        page.goto(ADDRESS)
        page.wait_for_function("() => Boolean(window.grown)")
        yield page
        browser.close()


@pytest.mark.parametrize("length", [1, 3, 7])
def test_in_pieces_of_one_length(page: Page, length: int):
    for text in TEXTS:
        _looks_the_same(page, text, [length] * (len(text) // length))


@pytest.mark.parametrize("seed", range(3))
def test_in_pieces_of_any_length(page: Page, seed: int):
    choose = random.Random(seed)
    for text in [*TEXTS, *_long_texts(choose)]:
        lengths: list[int] = []
        while sum(lengths) < len(text):
            lengths.append(choose.choice((choose.randint(1, 5), choose.randint(1, 80))))
        _looks_the_same(page, text, lengths)


def _long_texts(choose: random.Random) -> list[str]:
    """Long enough to be cut into stanzas; one of them defines what links and notes lead to, and isn't cut."""
    without_definitions = [text for text in TEXTS if "]: " not in text]
    return ["\n\n".join(choose.sample(texts, 25)) for texts in (without_definitions, TEXTS)]


def _looks_the_same(page: Page, text: str, lengths: list[int]) -> None:
    ends = [end for end in accumulate(lengths) if end < len(text)]
    looks = _looks(page, text, ends, patience=100)
    if looks["grown"] != looks["stored"]:  # code comes late where the machine is busy
        looks = _looks(page, text, ends, patience=3000)
    assert looks["grown"] == looks["stored"], f"{text!r} in pieces of {lengths}"


def _looks(page: Page, text: str, ends: list[int], *, patience: int) -> dict[str, Any]:
    both = "({ grown: await grown(text, ends, patience), stored: await stored(text, patience) })"
    return page.evaluate(f"async ([text, ends, patience]) => {both}", [text, _utf16(text, ends), patience])


def _utf16(text: str, ends: list[int]) -> list[int]:
    """Where JavaScript finds them: a character beyond the first plane counts twice."""
    units = list(accumulate((len(each.encode("utf-16-le")) // 2 for each in text), initial=0))
    return [units[end] for end in ends]
