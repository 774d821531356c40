"""The licences of the npm packages that the built page contains. They ask to be passed on with it."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FILE = "licenses.txt"
"""Beside the built page's files, so that whoever has the page has the licences."""
HEAD = "This page contains, or was built with, the packages below. Each group has the licence that follows it.\n"
NO_FILE = "The package names its licence and has no file with the wording.\n"
_NAMES = ("license", "licence", "copying", "notice")
_RULE = "\n" + "-" * 80 + "\n\n"


def notices(web: Path) -> str:
    """The text for Reflex's folder `.web`: packages by the wording of their licence, in the lock's order."""
    by_wording = defaultdict[str, list[str]](list)
    for folder, entry in _packages(web):
        by_wording[_wording(folder)].append(_title(folder, entry))
    groups = ("\n".join([*titles, "", wording or NO_FILE]) for wording, titles in by_wording.items())
    return HEAD + _RULE + _RULE.join(groups)


def _packages(web: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every installed package that isn't only for development."""
    lock: dict[str, dict[str, Any]] = json.loads((web / "package-lock.json").read_text())["packages"]
    for name, entry in lock.items():
        if name and not entry.get("dev") and (web / name).is_dir():
            yield web / name, entry


def _wording(package: Path) -> str:
    files = sorted(file for file in package.iterdir() if file.name.lower().startswith(_NAMES) and file.is_file())
    return "\n".join(file.read_text(errors="replace").replace("\r\n", "\n").strip() + "\n" for file in files)


def _title(package: Path, entry: dict[str, Any]) -> str:
    name = package.as_posix().rpartition("node_modules/")[2]
    return f"{name} {entry.get('version', '')} ({entry.get('license', 'see below')})"
