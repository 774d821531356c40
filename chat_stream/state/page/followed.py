"""The follows of the tabs whose sockets are on this worker, so that an event can ask a tab's follow for more."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

from chat_stream.streaming import Follow

Followed = TypeVar("Followed", bound=Follow[Any])


class FollowsOfTabs(Generic[Followed]):
    """The newest follow of a kind, by tab."""

    def __init__(self) -> None:
        self._follows: dict[str, Followed] = {}

    def of(self, tab: str) -> Followed | None:
        return self._follows.get(tab)

    @contextmanager
    def held(self, tab: str, follow: Followed) -> Generator[None]:
        """Registers the follow as the tab's own while the block runs."""
        self._follows[tab] = follow
        try:
            yield
        finally:
            if self._follows.get(tab) is follow:
                del self._follows[tab]
