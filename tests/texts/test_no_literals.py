"""Texts for people are in the catalogue, and never in a component."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.texts.sources import PACKAGE

READ = {"aria_label", "title", "placeholder", "alt", "label", "hint", "lead", "action"}
"""Arguments whose text is shown or read out."""
ATTRIBUTES = re.compile(r"""\b(?:aria-label|title|placeholder|alt|label|hint)=(?:"([^"{]*[A-Za-z]{2}[^"]*)"|\{`)""")
BETWEEN_TAGS = re.compile(r"<[a-zA-Z][^<>]*[^=]>\s*([A-Za-z][^<>{}()=;]*)\s*</")
WORDS = re.compile(r"[A-Za-z]{2,}")
NAMES = {"chat_stream"}
"""Names that are the same in every language."""

COMPONENTS = sorted((PACKAGE / "components").rglob("*.py")) + sorted((PACKAGE / "pages").glob("*.py"))
SCRIPTS = sorted((PACKAGE / "components").rglob("*.jsx"))


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.name)
def test_a_component_says_keys(path: Path):
    assert list(literals_in(path.read_text())) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_says_keys(path: Path):
    source = path.read_text()
    assert [found[0] for found in ATTRIBUTES.finditer(source)] == []
    assert [found[1] for found in BETWEEN_TAGS.finditer(source)] == []


@pytest.mark.parametrize(
    "source",
    [
        'rx.el.button("Send", type="submit")',
        'rx.el.button(rx.icon("x"), aria_label="Send")',
        'rx.el.p(rx.cond(is_there, "Here", ""))',
        'section("Members", "members")',
        'rx.el.p("Role of " + name)',
        'rx.el.p(f"Role of {name}")',
        'link("Home", custom_attrs={"aria-label": "Home"})',
    ],
)
def test_a_literal_is_found(source: str):
    assert list(literals_in(source))


def test_a_literal_in_a_script_is_found():
    assert ATTRIBUTES.search('<button aria-label="Close" />')
    assert ATTRIBUTES.search("<img alt={`Picture of ${name}`} />")
    assert BETWEEN_TAGS.search('<button type="button">\n  Close\n</button>')
    assert not BETWEEN_TAGS.search('<button type="button">{say("close")}</button>')


def literals_in(source: str) -> Iterator[str]:
    """Texts in the places of a component where one is read."""
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        name = ast.unparse(call.func)
        if _shows_children(name):
            yield from (text for argument in call.args[: 1 if name in NAMED else None] for text in _texts(argument))
        yield from (text for each in call.keywords if each.arg in READ for text in _texts(each.value))
        yield from (text for each in call.keywords if each.arg == "custom_attrs" for text in _attributes(each.value))


NAMED = {"section", "irreversible", "field", "_checkbox", "_button"}
"""Of these the first argument is read, and the second isn't."""


def _shows_children(name: str) -> bool:
    return name.startswith("rx.el.") or name in NAMED | {"link", "rx.fragment", "vanishing_button", "ended"}


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and WORDS.search(node.value) and node.value not in NAMES:
            yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from (text for part in node.values for text in _texts(part))
    elif isinstance(node, ast.BinOp):
        yield from (*_texts(node.left), *_texts(node.right))
    elif isinstance(node, ast.Call) and ast.unparse(node.func) == "rx.cond":
        yield from (text for branch in node.args[1:] for text in _texts(branch))


def _attributes(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Dict):
        for name, value in zip(node.keys, node.values, strict=True):
            if isinstance(name, ast.Constant) and name.value in {"aria-label", "title"}:
                yield from _texts(value)
