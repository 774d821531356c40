"""A worker that can't start leaves nothing behind, and one that can't stop properly stops as far as it can."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from chat_stream import llm
from chat_stream import worker as module
from chat_stream.config import SettingError
from chat_stream.database import sole_user
from chat_stream.worker import Worker
from tests.support.backing import Backing
from tests.support.eventually import eventually


class Broken(Exception):
    pass


async def fail(*_: object, **__: object) -> None:
    raise Broken


@pytest.fixture
def worker(on_sqlite: Backing, monkeypatch: pytest.MonkeyPatch) -> Worker:
    monkeypatch.setattr(sole_user, "PATIENCE", 0.0)
    return Worker(on_sqlite.settings())


STEPS: dict[str, Callable[[Worker, pytest.MonkeyPatch], None]] = {
    "the models can't be found": lambda _, patch: patch.setattr(llm, "available_models", fail),
    "the settings can't be read": lambda worker, patch: patch.setattr(worker.offered_models, "load", fail),
    "nothing can be swept": lambda worker, patch: patch.setattr(worker.stored.leases, "sweep", fail),
    "the memory can't be opened": lambda worker, patch: patch.setattr(worker.temporary, "open", fail),
}


@pytest.mark.parametrize("step", STEPS)
async def test_a_start_that_fails_undoes_what_was_begun(worker: Worker, on_sqlite: Backing, step: str):
    with pytest.MonkeyPatch.context() as patch:
        STEPS[step](worker, patch)
        with pytest.raises(Broken):
            async with worker.running():
                raise AssertionError("it started")
    assert_nothing_is_held(worker)
    async with Worker(on_sqlite.settings()).running():  # it gets the lock at once
        pass


async def test_a_second_worker_on_the_same_file_takes_nothing_from_the_first(worker: Worker, on_sqlite: Backing):
    async with worker.running():
        for _ in range(2):
            with pytest.raises(SettingError, match="Another chat_stream uses"):
                await Worker(on_sqlite.settings()).start()
        await worker.database.ping()


async def test_what_fails_to_stop_keeps_nothing_else_from_stopping(worker: Worker, on_sqlite: Backing):
    await worker.start()
    await has_looked(worker)
    with pytest.MonkeyPatch.context() as patch:
        for part in (worker.stored.runner, worker.temporary.service.runner):
            patch.setattr(part, "drain", fail)
        for part in (worker.stored.queue, worker.titles, worker.temporary, worker.rates):
            patch.setattr(part, "close", fail)
        with pytest.raises(Broken):
            await worker.stop()
    await worker.temporary.close()
    assert_nothing_is_held(worker)
    async with Worker(on_sqlite.settings()).running():
        pass


async def test_a_stop_lets_generations_end_before_what_stores_and_shows_them(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
):
    ended: list[str] = []
    parts = {
        "generations": (worker, "_drain"),
        "queue": (worker.stored.queue, "close"),
        "titles": (worker.titles, "close"),
        "tasks": (worker, "_end_tasks"),
        "memory": (worker.temporary, "close"),
        "providers": (llm, "close"),
        "rates": (worker.rates, "close"),
        "database": (worker.database, "close"),
    }
    for name, (part, method) in parts.items():
        monkeypatch.setattr(part, method, noting(name, ended, getattr(part, method)))
    async with worker.running():
        assert ended == []
    assert ended == list(parts)


async def test_what_runs_in_the_block_and_fails_stops_the_worker(worker: Worker):
    with suppress(Broken):
        async with worker.running():
            await has_looked(worker)
            await fail()
    assert_nothing_is_held(worker)
    with pytest.raises(RuntimeError, match="No worker is running"):
        module.worker()


def noting(name: str, ended: list[str], end: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    async def end_and_note() -> None:
        ended.append(name)
        await end()

    return end_and_note


async def has_looked(worker: Worker) -> None:
    """Waits for the first look of each loop: a connection that is cancelled while it is made is closed a bit later."""
    pool: Any = worker.database.engine.pool
    await eventually(lambda: pool.checkedin() > 1 and not pool.checkedout())


def assert_nothing_is_held(worker: Worker) -> None:
    assert not worker.sole_user.is_held
    assert worker.database.file
    assert list(open_files(worker.database.file)) == []
    assert all(task.done() for task in worker._tasks)


def open_files(file: Path) -> Iterator[Path]:
    """The files of a database that this process has open."""
    for descriptor in Path("/proc/self/fd").iterdir():
        try:
            target = descriptor.readlink()
        except FileNotFoundError:
            continue
        if target.name.startswith(file.name) and target.parent == file.parent:
            yield target
