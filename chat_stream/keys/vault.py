"""Encrypts secrets for the database.

Invariant: what was encrypted for one purpose can't be decrypted for another. So a row that somebody copies into another
account is useless there.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from chat_stream.config import SettingError

FILE = "secret.key"


class Vault:
    """Fernet: AES-128-CBC with HMAC-SHA-256.

    Args:
        keys: The first encrypts; all decrypt, so that a key can be replaced by putting a new one in front.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        self._fernet = MultiFernet([Fernet(key) for key in keys])

    @classmethod
    def open(cls, given: str, folder: Path) -> "Vault":
        """The vault of this installation.

        Args:
            given: Keys from the settings, separated by commas; without any, the file in `folder` has one.

        Raises:
            SettingError: A key can't be used, or others may read the file.
        """
        keys = [key.strip() for key in given.split(",") if key.strip()] or [_key_in(folder / FILE)]
        try:
            return cls(keys)
        except ValueError:
            origin = "The setting CHAT_STREAM_SECRET_KEY" if given else f"The file {folder / FILE}"
            raise SettingError(
                f"{origin} must hold 32 random bytes in URL-safe base64, as Fernet makes them."
            ) from None

    def encrypt(self, secret: str, purpose: str) -> str:
        return self._fernet.encrypt(json.dumps([purpose, secret]).encode()).decode()

    def decrypt(self, encrypted: str, purpose: str) -> str | None:
        """The secret; None if it was encrypted with another key or for another purpose."""
        try:
            found, secret = json.loads(self._fernet.decrypt(encrypted))
        except InvalidToken:
            return None
        return secret if found == purpose else None


def _key_in(file: Path) -> str:
    """The key in the file, which is created if it doesn't exist, readable only by its owner."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with os.fdopen(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as made:
            made.write(Fernet.generate_key())
    except FileExistsError:
        pass
    if file.stat().st_mode & 0o077:
        raise SettingError(f"Others may read {file}, which encrypts keys. Run: chmod 600 {file}")
    return file.read_text().strip()
