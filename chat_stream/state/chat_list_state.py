"""The list of chats at the side."""

from collections.abc import Sequence
from typing import ClassVar, TypedDict

import reflex as rx

from chat_stream.models import NotFound
from chat_stream.object_deltas import ObjectMap, Operation, bookmark
from chat_stream.state.pump import pump
from chat_stream.state.scope import scope_of
from chat_stream.streaming import ChatView, Gone, ListChanged
from chat_stream.worker import worker


class ChatEntry(TypedDict):
    """A chat as the list shows it; what came last is on top."""

    title: str


class ChatListState(rx.State):
    """The entries are in a map on the page, of which only changed ones are sent."""

    BOOKMARK: ClassVar = "chats"
    chats: ClassVar[ObjectMap[ChatEntry]] = ObjectMap("chats", ChatEntry)

    @rx.event(background=True, supersedes=True)
    async def follow(self, _subject: str, revision: int, _streams: dict[str, int], run: int):
        """Sends the page what it doesn't have of the list, until its socket closes."""
        try:
            await pump(worker().follow_list(await scope_of(self), revision), _operations, run)
        except NotFound:
            return


def _operations(batch: Sequence[ListChanged | Gone]) -> list[Operation]:
    chats = [update.chat for update in batch if isinstance(update, ListChanged)]
    entries = [operation for chat in chats for operation in _on_top(chat)]
    return [*entries, *(bookmark(ChatListState.BOOKMARK, chat.revision) for chat in chats[-1:])]


def _on_top(chat: ChatView) -> list[Operation]:
    """A map keeps the order in which its keys came, so an entry that rises comes anew."""
    entries = ChatListState.chats
    return [entries.delete(chat.id), entries.set(chat.id, ChatEntry(title=chat.title))]
