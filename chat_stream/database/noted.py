"""Changes that are noted during a transaction and announced after its commit."""

from collections.abc import Hashable, Sequence
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

KEY = "noted"
"""The key in a session's `info`, which lives as long as its transaction."""


def note(session: AsyncSession, change: Hashable) -> None:
    """Announces a change after the commit: once, however often it is noted, and never if the transaction fails."""
    session.info.setdefault(KEY, {})[change] = None


def noted(session: AsyncSession) -> Sequence[Any]:
    """The changes noted so far, in order."""
    return tuple(session.info.get(KEY, ()))
