"""A server program of the machine's: where it is, and its process while it runs."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

START_TIMEOUT = 30.0
"""Seconds in which a server starts, and in which it ends."""
PACKAGES = "On Debian and Ubuntu: apt-get install --no-install-recommends postgresql redis-server"
UNPRIVILEGED = ("postgres", "nobody")
"""Users for programs that refuse to run as root."""


def program(name: str, *elsewhere: str) -> str:
    """The path of a program, on the PATH or in one of the folders, which may be patterns.

    Raises:
        RuntimeError: There is none; says what to install.
    """
    folders = [str(folder) for pattern in elsewhere for folder in sorted(Path("/").glob(pattern[1:]), reverse=True)]
    path = os.pathsep.join([os.environ.get("PATH", ""), *folders])
    if found := shutil.which(name, path=path):
        return found
    raise RuntimeError(f"The tests need {name} and found none. {PACKAGES}")


def other_user() -> dict[str, Any]:
    """The arguments with which `subprocess` runs a program as somebody other than root; empty unless run as root."""
    if os.getuid() != 0:
        return {}
    import pwd  # not on every machine

    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam(next(name for name in UNPRIVILEGED if name in names))
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


class Process:
    """One server process, which can be ended in any way and started again."""

    def __init__(self, command: Sequence[str], log: Path, **options: Any) -> None:
        self._command = command
        self._log = log
        self._options: Any = options
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, is_ready: Callable[[], bool]) -> None:
        """Returns when it is ready.

        Raises:
            RuntimeError: It isn't, after a while; the message holds the end of its log.
        """
        with self._log.open("ab") as log:
            process = self._process = subprocess.Popen[bytes](self._command, stdout=log, stderr=log, **self._options)
        deadline = time.monotonic() + START_TIMEOUT
        while process.poll() is None and time.monotonic() < deadline:
            if is_ready():
                return
            time.sleep(0.02)
        raise RuntimeError(f"{self._command[0]} doesn't start:\n{self._log.read_text(errors='replace')[-2000:]}")

    def send(self, number: signal.Signals) -> None:
        assert self._process
        self._process.send_signal(number)

    def end(self, how: signal.Signals) -> None:
        if self._process and self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait(timeout=START_TIMEOUT)
        self._process = None


def accepts(port: int) -> bool:
    """Whether something listens there."""
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0
