"""Tests marked `alone` are watched by the clock: no other test of the same run is busy while they are.

They come last in the list. Among several processes a lock keeps the others out: a test that is `alone` holds it, the
others share it. The test that waits to hold it is let in before those that would share it next.
"""

import fcntl
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

FOLDER = "chat_stream_locks"
"""The messages to a process beside xdist's own."""


def register(config: pytest.Config) -> None:
    told: dict[str, Any] | None = getattr(config, "workerinput", None)
    config.pluginmanager.register(Locks(config) if told is None else Alone(Path(told[FOLDER])))


def order(items: list[pytest.Item]) -> None:
    items.sort(key=_is_alone)


class Locks:
    """The plugin for the process that starts the others: a folder for the locks that they share."""

    def __init__(self, config: pytest.Config) -> None:
        folder = tempfile.TemporaryDirectory(prefix="chat_stream-tests-")
        config.add_cleanup(folder.cleanup)
        self._folder = folder.name

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        node.workerinput[FOLDER] = self._folder


class Alone:
    """The plugin for one of several processes: the lock around each test and its fixtures."""

    def __init__(self, folder: Path) -> None:
        self._queue = folder / "queue"
        self._lock = folder / "lock"

    @pytest.hookimpl(wrapper=True, tryfirst=True)  # around the timeout, too
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        with self._turn(_is_alone(item)):
            return (yield)

    @contextmanager
    def _turn(self, is_alone: bool) -> Generator[None]:
        with self._queue.open("w") as queue, self._lock.open("w") as lock:
            fcntl.flock(queue, fcntl.LOCK_EX)
            fcntl.flock(lock, fcntl.LOCK_EX if is_alone else fcntl.LOCK_SH)
            fcntl.flock(queue, fcntl.LOCK_UN)
            yield


def _is_alone(item: pytest.Item) -> bool:
    return item.get_closest_marker("alone") is not None
