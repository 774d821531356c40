"""Random tokens for people and programs. The database has only their hashes."""

import hashlib
import secrets


def new_secret(prefix: str = "") -> str:
    """256 random bits in 43 URL-safe characters after the prefix."""
    return prefix + secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    """The SHA-256 of a token. Tokens are random, so they need no slow hash against guessing."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
