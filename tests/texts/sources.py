"""The keys that the code names, and the catalogue that it names them from."""

import re
from collections.abc import Iterator
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from chat_stream.texts.catalogue import FOLDER

PACKAGE = FOLDER.parent
QUOTED = re.compile(r"""["']([a-z][\w-]*)["']""")
SAID = re.compile(r"""\b(?:text|Text|say|say\.around)\(\s*["']([a-z][\w-]*)["']""")


def messages_of(file: Path) -> dict[str, ast.Message]:
    resource = FluentParser().parse(file.read_text())
    junk = [entry.content for entry in resource.body if isinstance(entry, ast.Junk)]
    assert not junk, f"{file.name} can't be read: {junk}"
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, ast.Message)}


def catalogue_of(language: str) -> dict[str, ast.Message]:
    return {key: message for file in FOLDER.glob(f"*.{language}.ftl") for key, message in messages_of(file).items()}


class _Values(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()
        self.references: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's own naming
        self.names.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.references.add(node.id.name)


def values_of(key: str, messages: dict[str, ast.Message]) -> set[str]:
    """The names of what a message, and those within it, are said with."""
    values = _Values()
    values.visit(messages[key])
    return values.names.union(*(values_of(within, messages) for within in values.references))


def references_in(messages: dict[str, ast.Message]) -> set[str]:
    values = _Values()
    for message in messages.values():
        values.visit(message)
    return values.references


def scripts() -> Iterator[Path]:
    """All code that could say a text."""
    for pattern in ("*.py", "*.js", "*.jsx"):
        yield from (script for script in PACKAGE.rglob(pattern) if script.parent != FOLDER)
