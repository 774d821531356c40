"""The list of chats at the side."""

from collections.abc import Sequence
from typing import ClassVar, TypedDict

import reflex as rx

from chat_stream.models import NotFound
from chat_stream.object_deltas import ObjectMap, Operation, bookmark
from chat_stream.state.pump import pump
from chat_stream.state.scope import scope_of
from chat_stream.state.session_state import SessionState
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
    async def follow(self, account_id: str, revision: int, _streams: dict[str, int], run: int):
        """Sends the page what it doesn't have of an account's list, until its socket closes.

        When the account isn't this person's any more, the tab enters anew, in one that is.
        """
        page = _ListPage()
        try:
            scope = await scope_of(self, account_id=account_id)
            await pump(worker().follow_list(scope, revision), page.operations, run)
        except NotFound:
            page.is_gone = True
        return SessionState.enter if page.is_gone else None


class _ListPage:
    """One run of a follow, and whether it was cut off."""

    def __init__(self) -> None:
        self.is_gone = False

    def operations(self, batch: Sequence[ListChanged | Gone]) -> list[Operation]:
        self.is_gone = any(isinstance(update, Gone) for update in batch)
        chats = [update.chat for update in batch if isinstance(update, ListChanged)]
        entries = [operation for chat in chats for operation in _on_top(chat)]
        return [*entries, *(bookmark(ChatListState.BOOKMARK, chat.revision) for chat in chats[-1:])]


def _on_top(chat: ChatView) -> list[Operation]:
    """A map keeps the order in which its keys came, so an entry that rises comes anew."""
    entries = ChatListState.chats
    return [entries.delete(chat.id), entries.set(chat.id, ChatEntry(title=chat.title))]
