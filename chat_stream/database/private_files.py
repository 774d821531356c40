"""Makes the files of an SQLite database readable only by their owner.

SQLite gives its journals the permissions of the database, so files that it makes later are private, too.
"""

import os
from pathlib import Path

import structlog

from chat_stream.folders import data_folder

FOLDER_MODE, FILE_MODE = 0o700, 0o600
NEIGHBOURS = {"secret.key"}
"""Other files that an installation keeps next to its database."""

log = structlog.get_logger()


def make_private(database: Path) -> None:
    """Creates the database's folder and file if they don't exist, and removes the permissions of other users.

    A folder that holds anything else, such as `/tmp`, keeps its permissions. Files of another user stay as they are,
    and the log says so.
    """
    folder = database.parent
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    database.touch(mode=FILE_MODE)
    if folder == data_folder() or _is_of_its_own(folder, database):
        restrict(folder, FOLDER_MODE)
    for file in folder.iterdir():
        if _belongs_to(database, file):
            restrict(file, FILE_MODE)


def _belongs_to(database: Path, file: Path) -> bool:
    """Whether the file is the database, its journal or lock, or left over from an interrupted restore."""
    return file == database or file.name.startswith((f"{database.name}-", f"{database.name}."))


def _is_of_its_own(folder: Path, database: Path) -> bool:
    return all(_belongs_to(database, entry) or entry.name in NEIGHBOURS for entry in folder.iterdir())


def restrict(path: Path, most: int) -> None:
    """Removes every permission of a file or folder that isn't in `most`."""
    mode = path.stat().st_mode & 0o777
    if not mode & ~most:
        return
    try:
        path.chmod(mode & most)
    except PermissionError:
        log.warning("others may read this file", path=str(path), owner=path.stat().st_uid, user=os.geteuid())
