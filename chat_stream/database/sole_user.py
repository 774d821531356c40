"""An SQLite database has one worker at a time, and a lock that says so."""

import asyncio

from filelock import FileLock, Timeout

from chat_stream.config import SettingError
from chat_stream.database.database import Database
from chat_stream.database.private_files import FILE_MODE

PATIENCE = 10.0
"""Seconds that a start waits for its predecessor to let go of the file: a hot reload needs them."""


class SoleUser:
    """Holds the lock beside an SQLite file: whoever has it knows that its predecessor is dead. A database of another
    kind needs none."""

    def __init__(self, database: Database) -> None:
        self._database = database
        file = database.file
        self._lock = FileLock(f"{file}.lock", mode=FILE_MODE, thread_local=False) if file else None

    @property
    def is_held(self) -> bool:
        return self._lock is not None and self._lock.is_locked

    async def take(self) -> None:
        """Makes the file private, and returns when nobody else uses it.

        Raises:
            SettingError: Another process goes on using it.
        """
        if self._lock is None:
            return
        await asyncio.to_thread(self._database.make_private)
        try:
            await asyncio.to_thread(self._lock.acquire, timeout=PATIENCE)
        except Timeout:
            file = self._database.file
            raise SettingError(
                f"Another chat_stream uses {file} already. Stop it, or set DATABASE_URL to another file."
            ) from None

    def release(self) -> None:
        if self._lock:
            self._lock.release()
