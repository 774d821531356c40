"""What each tab with a socket here follows, so that what it asks for comes in the same order as the rest."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

from chat_stream.streaming import Follow

Followed = TypeVar("Followed", bound=Follow[Any])


class FollowsOfTabs(Generic[Followed]):
    """The newest follow of a kind, by the tab's name."""

    def __init__(self) -> None:
        self._follows: dict[str, Followed] = {}

    def of(self, tab: str) -> Followed | None:
        return self._follows.get(tab)

    @contextmanager
    def held(self, tab: str, follow: Followed) -> Generator[None]:
        """Until it ends, this is what the tab follows."""
        self._follows[tab] = follow
        try:
            yield
        finally:
            if self._follows.get(tab) is follow:
                del self._follows[tab]
