"""What a transaction changes for others: noted while it runs, and told once it is committed."""

from collections.abc import Hashable, Sequence
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

KEY = "noted"
"""In a session's `info`, which lives as long as its transaction."""


def note(session: AsyncSession, change: Hashable) -> None:
    """Lets a change be told after the commit: once, however often it is noted, and never if the transaction fails."""
    session.info.setdefault(KEY, {})[change] = None


def noted(session: AsyncSession) -> Sequence[Any]:
    """What was noted so far, in its order."""
    return tuple(session.info.get(KEY, ()))
