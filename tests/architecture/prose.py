"""All prose of the repository: docstrings, comments, documentation, and the English texts of the page."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
ROOMS = ("chat_stream", "packages", "alembic", "bench", "bin", "deploy", "docs", "tests")
GENERATED = {"node_modules", ".web", "dist", "build", ".venv", "__pycache__"}
QUOTED = re.compile(r"“[^”]*”|`[^`]*`|\"[^\"]{0,200}\"")
"""Code and examples, which are left out."""
COMMENT = re.compile(r"/\*\*?(.*?)\*/|(?:^|\s)//[ \t](.*?)$", re.MULTILINE | re.DOTALL)
MARGIN = re.compile(r"^\s*(?:\*|//|#)?\s?", re.MULTILINE)


class Prose(NamedTuple):
    """A paragraph or more. `begins` is true for docstrings, whose beginning is shown when the name is hovered over."""

    place: str
    text: str
    begins: bool = False


@cache
def all_prose() -> tuple[Prose, ...]:
    return tuple(prose for path in _files() for prose in _prose_of(path))


def in_python(source: str, place: str = "") -> Iterator[Prose]:
    for node in ast.walk(ast.parse(source)):
        for statement in getattr(node, "body", None) or [] if not isinstance(node, ast.Lambda | ast.IfExp) else []:
            if isinstance(statement, ast.Expr) and isinstance(text := getattr(statement.value, "value", None), str):
                yield _prose(f"{place}:{statement.lineno}", text, begins=True)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield _prose(f"{place}:{token.start[0]}", token.string)


def in_script(source: str, place: str = "") -> Iterator[Prose]:
    for found in COMMENT.finditer(source):
        line = source.count("\n", 0, found.start()) + 1
        is_block = found[1] is not None
        yield _prose(f"{place}:{line}", MARGIN.sub("", found[1]) if is_block else found[2], begins=is_block)


def in_page(source: str, place: str = "") -> Iterator[Prose]:
    text = re.sub(r"^```.*?^```", "", source, flags=re.MULTILINE | re.DOTALL)
    yield from (_prose(place, paragraph) for paragraph in re.split(r"\n\s*\n|\n(?=[|#-])", text))


def in_catalogue(source: str, place: str = "") -> Iterator[Prose]:
    yield from (_prose(place, line.partition("= ")[2]) for line in source.splitlines())


READERS = {".py": in_python, ".js": in_script, ".jsx": in_script, ".md": in_page, ".ftl": in_catalogue}


def _files() -> Iterator[Path]:
    yield from (page for page in ROOT.glob("*.md") if page.name != "CHANGELOG.md")
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*")):
            is_german = path.name.endswith(".de.ftl")
            if path.suffix in READERS and not is_german and not GENERATED.intersection(path.parts):
                yield path


def _prose_of(path: Path) -> Iterator[Prose]:
    return READERS[path.suffix](path.read_text(), str(path.relative_to(ROOT)))


def _prose(place: str, text: str, *, begins: bool = False) -> Prose:
    return Prose(place, " ".join(QUOTED.sub("…", text).split()), begins)
