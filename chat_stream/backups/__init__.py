"""Backups: a whole database into one file while it is in use, and from the file into an empty database.

The address of a database and a file's name come in. `bin/backup` and `bin/restore` are the ways in.
"""

from pathlib import Path

from chat_stream.backups import postgresql, sqlite
from chat_stream.backups.refused import Refused
from chat_stream.database import FILE_MODE, FOLDER_MODE, Database

__all__ = ["Refused", "back_up", "restore", "suffix"]


def back_up(database: Database, to: Path) -> None:
    """Writes everything that is committed now into a file. The file appears when it is complete, and only its owner can
    read it.

    Raises:
        Refused: It can't be done; says why.
    """
    if to.exists():
        raise Refused(f"{to} is there already. Choose another name: a backup replaces nothing.")
    to.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    partial = to.with_name(f"{to.name}.partial")
    partial.unlink(missing_ok=True)
    partial.touch(mode=FILE_MODE)
    try:
        (sqlite if database.is_sqlite else postgresql).back_up(database, partial)
        partial.rename(to)
    finally:
        partial.unlink(missing_ok=True)


def restore(database: Database, backup: Path) -> None:
    """Fills an empty database from a backup.

    Raises:
        Refused: It isn't empty, or the file is no backup for it; nothing was changed.
    """
    if not backup.is_file():
        raise Refused(f"There is no file {backup}.")
    (sqlite if database.is_sqlite else postgresql).restore(database, backup)


def suffix(database: Database) -> str:
    """The file extension for backups of such a database."""
    return ".sqlite3" if database.is_sqlite else ".dump"
