"""A follow of an account's list of chats.

Invariant: updates are sent in the order of the transactions that they were read in, including older chats that the
viewer asks for. So nothing that a viewer is sent is older than what it has.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from chat_stream.database import patiently
from chat_stream.models import Listed, Listing, ListPlace, Scope
from chat_stream.streaming.follow.follow import Follow
from chat_stream.streaming.follow.reads import Reads
from chat_stream.streaming.follow.view import ChatView
from chat_stream.streaming.hub import Hub, Unsubscribe, account_topic, chat_topic

PAGE = 100
"""The number of chats sent at a time: the newest at first, then older ones as the viewer asks for them."""


@dataclass(frozen=True, slots=True)
class ListChanged:
    """A new or changed entry of the list."""

    chat: ChatView


@dataclass(frozen=True, slots=True)
class ListLost:
    """A chat was deleted."""

    chat_id: str


@dataclass(frozen=True, slots=True)
class ListReaches:
    """The viewer has all chats of the list, or of the archive, down to this place. None stands for their end."""

    is_archive: bool
    end: ListPlace | None


@dataclass(frozen=True, slots=True)
class ListSeen:
    """The viewer knows of everything up to this revision."""

    revision: int


ListUpdate = ListChanged | ListLost | ListReaches | ListSeen
Look = Callable[[Listing], Awaitable[Sequence[ListUpdate]]]


class ListFollow(Follow[ListUpdate]):
    """The cursor of one viewer in an account's list: the revision up to which it is informed."""

    def __init__(self, reads: Reads, hub: Hub, scope: Scope, revision: int) -> None:
        super().__init__(reads, hub, scope, account_topic(scope.account_id))
        self._revision = revision
        self._asked: list[Look] = []
        self._written: dict[str, Unsubscribe] = {}

    @property
    def revision(self) -> int:
        return self._revision

    def reach_further(self, before: ListPlace | None, *, is_archive: bool = False) -> None:
        """Asks for the next older chats, or for the newest of the archive."""
        self._ask(lambda listing: _older(listing, before, is_archive=is_archive))

    def find(self, words: str) -> None:
        """Asks for the chats that have these words in their titles, anywhere in the list."""
        self._ask(lambda listing: _titled(listing, words))

    async def close(self) -> None:
        for chat_id in tuple(self._written):
            self._written.pop(chat_id)()

    def _ask(self, look: Look) -> None:
        self._asked.append(look)
        self._news.set()

    async def _next(self) -> Sequence[ListUpdate]:
        asked, is_stale = tuple(self._asked), self._is_stale
        if not asked and not is_stale:
            return []
        self._is_stale = False
        updates, revision = await patiently(lambda: self._read(asked if self._revision else (_newest, *asked)))
        del self._asked[: len(asked)]
        for update in updates:
            if isinstance(update, ListChanged):
                self._listen(update.chat)
        self._revision = revision
        return [*updates, ListSeen(revision)] if updates else []

    async def _read(self, looks: Sequence[Look]) -> tuple[list[ListUpdate], int]:
        async with self._reads.database.read() as session:
            listing = Listing(session, self.scope)
            updates = _changes(await listing.changed_since(self._revision)) if self._revision else []
            for look in looks:
                updates += await look(listing)
            revision = await listing.revision()
        await self._reads.authorize(self.scope)
        return updates, revision

    def _listen(self, chat: ChatView) -> None:
        """Listens to a chat while an answer is being written there, because the end of an answer is announced on the
        chat's topic."""
        if chat.is_written and chat.id not in self._written:
            self._written[chat.id] = self._hub.subscribe(chat_topic(chat.id), lambda _: self.look())
        elif not chat.is_written and chat.id in self._written:
            self._written.pop(chat.id)()


async def _newest(listing: Listing) -> list[ListUpdate]:
    """The updates for a viewer that has no chats yet: all pinned chats, and the newest."""
    return [*_changes(await listing.pinned()), *await _older(listing, None, is_archive=False)]


async def _older(listing: Listing, before: ListPlace | None, *, is_archive: bool) -> list[ListUpdate]:
    chats = await listing.older(before, PAGE, is_archived=is_archive)
    end = ListPlace(chats[-1].chat.updated_at, chats[-1].chat.id) if len(chats) == PAGE else None
    return [*_changes(chats), ListReaches(is_archive, end)]


async def _titled(listing: Listing, words: str) -> list[ListUpdate]:
    return _changes(await listing.titled(words, PAGE))


def _changes(chats: Sequence[Listed]) -> list[ListUpdate]:
    return [ListLost(each.chat.id) if each.chat.deleted_at else ListChanged(ChatView.of(each)) for each in chats]
