"""Resources that a run must not leave behind when its viewers are gone."""

import asyncio
import gc
from pathlib import Path

from chat_stream.worker import Worker
from tests.exactness.violations import Findings, Promise
from tests.support.eventually import comes_true

PATIENCE = 2.0
"""Seconds in which what is being let go is gone."""
GOODBYE = 6.0
"""Seconds in which SQLAlchemy closes a connection whose reader was cancelled."""


async def nothing_is_left_in_worker(worker: Worker, findings: Findings) -> None:
    await comes_true(lambda: not things_in(worker), within=PATIENCE)
    for what, count in things_in(worker).items():
        findings.add(Promise.CLEAN, f"{count} {what}")


async def nothing_is_left_in_process(findings: Findings, descriptors: int) -> None:
    """For the end, when the worker has stopped too."""
    await comes_true(lambda: _is_collected(descriptors) and not _tasks(), within=GOODBYE, every=0.1)
    left = _tasks()
    findings.expect(not left, Promise.CLEAN, f"{len(left)} tasks: {left}")
    more = open_descriptors() - descriptors
    findings.expect(more <= 0, Promise.CLEAN, f"{more} file descriptors")


def _is_collected(descriptors: int) -> bool:
    """Resources that the garbage collector frees after a cancelled read (aiosqlite closes an already closed connection)
    aren't a leak."""
    gc.collect()
    return open_descriptors() <= descriptors


def things_in(worker: Worker) -> dict[str, int]:
    """The things that a worker holds for viewers and answers, by name; empty when it holds nothing."""
    held = {
        "subscriptions": len(worker.hub),
        "live copies": len(worker.stored.copies),
        "follows": len(worker.reconciler._follows),
        "generations": len(worker.stored.runner),
        "writers": len(worker.stored.journal.writers),
    }
    return {what: count for what, count in held.items() if count}


def open_descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def _tasks() -> list[str]:
    return sorted(repr(task.get_coro()) for task in asyncio.all_tasks() - {asyncio.current_task()})
