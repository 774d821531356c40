"""A part of the processor for a server, by Linux' control groups; only root can give one."""

import os
import uuid
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tests.support.site import Server

PERIOD = 10_000
"""Microseconds after which a share starts over: short, compared to the latencies that are measured."""
_ROOT = Path("/sys/fs/cgroup")


class NoShares(Exception):
    """Shares of the processor can't be set on this machine."""


@contextmanager
def share_of_a_core(server: Server, share: float) -> Generator[None]:
    """A running server's processes get no more than this of one core.

    Raises:
        NoShares: This system, or this user, can't arrange that.
    """
    assert server.process
    first = _ROOT / "cpu"
    parent = first if first.is_dir() else _ROOT
    group = parent / f"chat_stream-{uuid.uuid4().hex}"
    quota = round(share * PERIOD)
    try:
        try:
            group.mkdir()
            if parent is first:
                (group / "cpu.cfs_period_us").write_text(str(PERIOD))
                (group / "cpu.cfs_quota_us").write_text(str(quota))
            else:
                (group / "cpu.max").write_text(f"{quota} {PERIOD}")
            _move(server.process.pid, group)
        except OSError as error:
            raise NoShares(f"it needs Linux' control groups, and root ({error.strerror})") from None
        yield
    finally:
        if group.is_dir():
            _move(server.process.pid, parent)
            group.rmdir()


def _move(session: int, group: Path) -> None:
    """All processes that the server's first has started, with it."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        process = int(path.parent.name)
        if os.getpgid(process) == session:
            (group / "cgroup.procs").write_text(str(process))
