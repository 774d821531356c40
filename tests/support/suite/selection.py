"""Which tests run daily and which only with `--slow`. The two together are every test."""

import pytest

from tests.support.backing import POSTGRESQL

LONGEST = 120.0
"""Seconds that a daily test may ask for with `pytest.mark.timeout`. What needs more is slow."""


def is_slow(item: pytest.Item) -> bool:
    """Whether `--slow` runs it: it is marked, or repeats on the second database what doesn't depend on the database."""
    return bool(item.get_closest_marker("slow")) or (
        _backing_of(item) == POSTGRESQL and not item.get_closest_marker("on_both") and not _asks_for_its_backing(item)
    )


def select(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves the daily tests, or with `--slow` the others, in the list.

    Raises:
        pytest.UsageError: A daily test asks for more time than daily tests may take.
    """
    wanted = bool(config.getoption("--slow"))
    left_out = [item for item in items if is_slow(item) != wanted]
    items[:] = [item for item in items if is_slow(item) == wanted]
    config.hook.pytest_deselected(items=left_out)
    if not wanted:
        _refuse_long(items)


def _refuse_long(items: list[pytest.Item]) -> None:
    for item in items:
        mark = item.get_closest_marker("timeout")
        if mark and mark.args and mark.args[0] > LONGEST:
            raise pytest.UsageError(f"{item.nodeid} may take {mark.args[0]} s: make it quicker, or mark it as slow.")


def _backing_of(item: pytest.Item) -> object:
    return (
        item.callspec.params.get("backing") if isinstance(item, pytest.Function) and hasattr(item, "callspec") else ""
    )


def _asks_for_its_backing(item: pytest.Item) -> bool:
    """By `only_on`."""
    return any(mark.args[0] == "backing" for mark in item.iter_markers("parametrize"))
