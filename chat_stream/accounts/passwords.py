"""Hashes passwords with Argon2id."""

import asyncio
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

COST = RFC_9106_LOW_MEMORY
"""The cost of one guess: 64 MiB, and about a tenth of a second of processor time."""


class Passwords:
    """Hashes on a thread, because it is slow on purpose."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher.from_parameters(COST)
        self._decoy = self._hasher.hash(secrets.token_hex(16))

    async def hash(self, password: str) -> str:
        return await asyncio.to_thread(self._hasher.hash, password)

    async def is_right(self, password_hash: str, password: str) -> bool:
        """Whether the password matches the hash. Without a hash the answer is no, after the same time, so that nobody
        can find out which addresses are known."""
        is_right = await asyncio.to_thread(self._verify, password_hash or self._decoy, password)
        return is_right and bool(password_hash)

    def _verify(self, password_hash: str, password: str) -> bool:
        try:
            return self._hasher.verify(password_hash, password)
        except (VerificationError, InvalidHashError, UnicodeEncodeError):
            return False
