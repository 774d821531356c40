"""The duration of each file of tests: kept in `tests/durations.json`, by which the next run begins with the longest.

The file is written by `--keep-durations` alone, since a run beside others, or of a few tests, says little.
"""

import json
from collections import defaultdict
from pathlib import Path

import pytest

FILE = Path(__file__).parents[2] / "durations.json"
UNKNOWN = 5.0
"""Seconds that a new file is thought to take."""


def order(items: list[pytest.Item]) -> None:
    """The files that took longest come first, so that two processes end at about the same time."""
    took = kept()
    items.sort(key=lambda item: -took.get(_file_of(item.nodeid), UNKNOWN))


def kept() -> dict[str, float]:
    """Seconds by file, as a path from the project's root."""
    return json.loads(FILE.read_text()) if FILE.exists() else {}


class Durations:
    """The plugin: adds up what set-up, test and tear-down took."""

    def __init__(self) -> None:
        self._took = defaultdict[str, float](float)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._took[_file_of(report.nodeid)] += report.duration

    def pytest_sessionfinish(self) -> None:
        rounded = {file: round(seconds, 1) for file, seconds in self._took.items()}
        FILE.write_text(json.dumps(dict(sorted(rounded.items())), indent=2) + "\n")


def _file_of(nodeid: str) -> str:
    return nodeid.partition("::")[0]
