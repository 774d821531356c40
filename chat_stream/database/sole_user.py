"""The lock of an SQLite database, which has one worker at a time."""

import asyncio

from filelock import FileLock, Timeout

from chat_stream.config import SettingError
from chat_stream.database.database import Database
from chat_stream.database.private_files import FILE_MODE

PATIENCE = 10.0
"""Seconds for which a start waits for its predecessor to release the file. A hot reload needs them."""


class SoleUser:
    """Holds the lock beside an SQLite file. Holding it proves that the predecessor is dead. Other databases need no
    lock."""

    def __init__(self, database: Database) -> None:
        self._database = database
        file = database.file
        self._lock = FileLock(f"{file}.lock", mode=FILE_MODE, thread_local=False) if file else None

    @property
    def is_held(self) -> bool:
        return self._lock is not None and self._lock.is_locked

    async def take(self) -> None:
        """Makes the file private, and waits until nobody else uses it.

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
