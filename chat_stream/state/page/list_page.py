"""Translates the updates of a list's follow into object-specific deltas."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NotRequired, TypedDict

from chat_stream.models import ListPlace
from chat_stream.streaming import ChatView, Gone, ListChanged, ListLost, ListReaches, ListSeen, ListUpdate
from reflex_object_deltas import ObjectMap, Operation
from reflex_object_deltas.operations import bookmark

BOOKMARK = "chats"
LIST, ARCHIVE = "list", "archive"


class ChatEntry(TypedDict):
    """A chat as the list shows it. `at` is in milliseconds since 1970. False flags are left out."""

    title: str
    at: int
    pinned: NotRequired[bool]
    archived: NotRequired[bool]
    written: NotRequired[bool]
    unread: NotRequired[bool]


class Reach(TypedDict):
    """How far down the page has the list, or the archive. `end` is empty if it has all of it."""

    end: str


CHATS = ObjectMap("chats", ChatEntry)
REACHES = ObjectMap("reaches", Reach)


class ListPage:
    """One run of a follow of a list, and whether it was cut off."""

    def __init__(self) -> None:
        self.is_gone = False

    def operations(self, batch: Sequence[ListUpdate | Gone]) -> list[Operation]:
        self.is_gone = any(isinstance(update, Gone) for update in batch)
        return [_operation(update) for update in batch if not isinstance(update, Gone)]


def _operation(update: ListUpdate) -> Operation:
    match update:
        case ListChanged(chat):
            return CHATS.set(chat.id, _entry(chat))
        case ListLost(chat_id):
            return CHATS.delete(chat_id)
        case ListReaches(is_archive, end):
            return REACHES.set(ARCHIVE if is_archive else LIST, Reach(end=_written(end)))
        case ListSeen(revision):
            return bookmark(BOOKMARK, revision)


def _entry(chat: ChatView) -> ChatEntry:
    entry = ChatEntry(title=chat.title, at=round(chat.updated_at.timestamp() * 1000))
    if chat.is_pinned:
        entry["pinned"] = True
    if chat.is_archived:
        entry["archived"] = True
    if chat.is_written:
        entry["written"] = True
    if chat.is_unread:
        entry["unread"] = True
    return entry


def _written(place: ListPlace | None) -> str:
    return f"{place.updated_at.isoformat()} {place.chat_id}" if place else ""


def place(written: str) -> ListPlace | None:
    """Parses the place that the page reports as its end. The page may report anything: if it can't be parsed, the list
    begins at the top."""
    at, _, chat_id = written.partition(" ")
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return None
    return ListPlace(moment if moment.tzinfo else moment.replace(tzinfo=UTC), chat_id)
