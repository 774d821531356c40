"""The list of chats at the side."""

from collections.abc import Sequence
from typing import ClassVar, TypedDict

import reflex as rx

from chat_stream.models import NotFound
from chat_stream.object_deltas import ObjectMap, Operation, bookmark
from chat_stream.state.pump import pump
from chat_stream.state.scope import scope_of
from chat_stream.streaming import Gone, ListChanged
from chat_stream.worker import worker


class ChatEntry(TypedDict):
    """A chat as the list shows it; the highest rank is on top."""

    title: str
    rank: int


class ChatListState(rx.State):
    """The entries are in a map on the page, of which only changed ones are sent."""

    BOOKMARK: ClassVar = "chats"
    chats: ClassVar[ObjectMap[ChatEntry]] = ObjectMap("chats", ChatEntry)

    @rx.event(background=True, supersedes=True)
    async def follow(self, _subject: str, revision: int, _streams: dict[str, int]):
        """Sends the page what it doesn't have of the list, until its socket closes."""
        try:
            await pump(worker().follow_list(await scope_of(self), revision), _operations)
        except NotFound:
            return


def _operations(batch: Sequence[ListChanged | Gone]) -> list[Operation]:
    chats = [update.chat for update in batch if isinstance(update, ListChanged)]
    entries = [ChatListState.chats.set(chat.id, ChatEntry(title=chat.title, rank=chat.revision)) for chat in chats]
    return [*entries, *(bookmark(ChatListState.BOOKMARK, chat.revision) for chat in chats[-1:])]
