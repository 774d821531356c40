"""Where the app's own files lie, and where it keeps what people write."""

import os
from pathlib import Path

from platformdirs import user_data_path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "installed"
"""Made by the wheel alone: what lies beside the package in a source tree, at the same places."""

IS_INSTALLED = _INSTALLED.is_dir()
PROJECT_ROOT = _INSTALLED if IS_INSTALLED else _PACKAGE.parent
"""The folder with the migrations, Reflex's configuration and the built page. An installed app never writes to it."""


def data_folder() -> Path:
    """The folder with the SQLite database and the key to stored provider keys."""
    if chosen := os.environ.get("CHAT_STREAM_DATA"):
        return Path(chosen).expanduser().resolve()
    return user_data_path("chat_stream", appauthor=False) if IS_INSTALLED else PROJECT_ROOT / "data"


def backup_folder() -> Path:
    """Where backups without a place of their own are put."""
    return (data_folder() if IS_INSTALLED else PROJECT_ROOT) / "backups"
