"""Following an account's list of chats."""

from collections.abc import Sequence
from dataclasses import dataclass

from chat_stream.database import Database, patiently
from chat_stream.models import Chat, Scope
from chat_stream.streaming.follow import Follow
from chat_stream.streaming.hub import Hub, account_topic
from chat_stream.streaming.view import ChatView

PAGE = 100
"""Chats that a viewer without any is told of at first: the newest."""


@dataclass(frozen=True, slots=True)
class ListChanged:
    """A chat is new in the list, or its entry changed; the later in a batch, the nearer to the top."""

    chat: ChatView


class ListFollow(Follow[ListChanged]):
    """The cursor of one viewer in an account's list: the list's revision up to which it was told."""

    def __init__(self, database: Database, hub: Hub, scope: Scope, revision: int) -> None:
        super().__init__(database, hub, scope, account_topic(scope.account_id))
        self._revision = revision

    @property
    def revision(self) -> int:
        return self._revision

    async def _next(self) -> Sequence[ListChanged]:
        if not self._is_stale:
            return []
        self._is_stale = False
        chats = await patiently(self._read_changes)
        self._revision = max((chat.list_revision for chat in chats), default=self._revision)
        return [ListChanged(ChatView.of(chat)) for chat in chats]

    async def _read_changes(self) -> Sequence[Chat]:
        async with self._database.read() as session:
            await self._authorize(session)
            return await Chat.changed_since(session, self.scope.account_id, self._revision, PAGE)
