"""The command `chat-stream`: looks whether it can start, brings the database up to date, and serves."""

import os
import subprocess  # nosec B404  # for Alembic's own command, without a shell
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from chat_stream import __version__
from chat_stream.command.arguments import SQLITE, Arguments, read
from chat_stream.command.port import why_not
from chat_stream.folders import PROJECT_ROOT


def main(given: Sequence[str] | None = None) -> None:
    """Serves until told to stop. What prevents it ends the process with a sentence."""
    arguments = read(given)
    _require_port(arguments)
    _require_folder(arguments.data)
    os.environ.update(arguments.environment)
    database_url, workers = _settings()
    _migrate()
    _say(arguments, database_url)
    from chat_stream.command.serve import serve

    serve(arguments.host, arguments.port, workers)


def _require_port(arguments: Arguments) -> None:
    port = arguments.port
    if reason := why_not(port, arguments.host):
        sys.exit(f"Port {port} can't be used: {reason}. Choose another one: chat-stream --port <port>")


def _require_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        sys.exit(f"{folder} can't be written ({error.strerror}). Choose another folder: chat-stream --data <folder>")


def _settings() -> tuple[str, int]:
    """The database's address and the number of workers. Imported here: the folders are read from the environment."""
    from chat_stream.config import SettingError, settings

    try:
        return settings().database_url, settings().workers
    except SettingError as error:
        sys.exit(str(error))


def _migrate() -> None:
    command = [sys.executable, "-m", "alembic", "upgrade", "head"]
    done = subprocess.run(command, cwd=PROJECT_ROOT, capture_output=True, text=True, check=False)  # nosec B603
    if done.returncode:
        reason = (done.stderr.strip() or "Alembic said nothing").splitlines()[-1]
        sys.exit(f"The database could not be brought up to date: {reason}")


def _say(arguments: Arguments, database_url: str) -> None:
    file = database_url.removeprefix(SQLITE)
    kept = file if file != database_url else "the database that DATABASE_URL names"
    sys.stdout.write(f"chat_stream {__version__} starts on {arguments.public_url} (Ctrl+C ends it).\n")
    sys.stdout.write(f"What people write is kept in {kept}.\n")
    sys.stdout.flush()
