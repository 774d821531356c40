"""Random tokens that people and programs carry, and the hash that is all the database has of one."""

import hashlib
import secrets


def new_secret(prefix: str = "") -> str:
    """256 random bits in 43 URL-safe characters after the prefix."""
    return prefix + secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    """The SHA-256 of a token. It is random, so no slow hash is needed against guessing."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
