"""`python -m chat_stream.backups back-up|restore [file]`, which `bin/backup` and `bin/restore` call."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from chat_stream.backups import Refused, back_up, restore, suffix
from chat_stream.config import SettingError, settings
from chat_stream.database import FOLDER_MODE, Database, restrict
from chat_stream.folders import backup_folder


def main() -> None:
    parser = argparse.ArgumentParser(prog="chat_stream.backups")
    parser.add_argument("action", choices=("back-up", "restore"))
    parser.add_argument("file", type=Path, nargs="?")
    given = parser.parse_args()
    try:
        database = Database(settings().database_url)
        if given.action == "back-up":
            file = given.file or _private_folder() / f"chat_stream-{datetime.now(UTC):%Y%m%dT%H%M%SZ}{suffix(database)}"
            back_up(database, file)
            sys.stdout.write(f"{file}\n")
        elif given.file:
            restore(database, given.file)
        else:
            parser.error("restore needs the file of a backup")
    except (Refused, SettingError, OSError) as error:
        sys.exit(str(error))


def _private_folder() -> Path:
    """The default folder for backups. Earlier versions let other users of the machine read it."""
    folder = backup_folder()
    folder.mkdir(parents=True, exist_ok=True)
    restrict(folder, FOLDER_MODE)
    return folder


main()
