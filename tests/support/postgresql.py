"""A PostgreSQL server of a test's own, on a free port, in a folder of its own."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tests.support.site import free_port

OPTIONS = "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"


@contextmanager
def postgresql() -> Generator[str]:
    """The address of its empty database `postgres`, until the block ends."""
    folder = Path(tempfile.mkdtemp(prefix="chat_stream-postgresql-"))
    # PostgreSQL refuses to run as root.
    user = "postgres" if os.getuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    bindir = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=True).stdout.strip()
    port, cluster = free_port(), folder / "cluster"

    def run(name: str, *arguments: str) -> None:
        command = [f"{bindir}/{name}", "-D", str(cluster), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, user=user)

    try:
        run("initdb", "-U", "chat_stream", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", f"-p {port} {OPTIONS}", "start")
        yield f"postgresql+asyncpg://chat_stream@127.0.0.1:{port}/postgres"
        run("pg_ctl", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
