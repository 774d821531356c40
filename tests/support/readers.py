"""Readers of a list of chats."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from chat_stream.models import ListPlace
from chat_stream.streaming import ChatView, Gone, ListChanged, ListFollow, ListLost, ListReaches, ListSeen, ListUpdate
from tests.support.people import Person


@dataclass
class ListReader:
    """A reader of an account's list. `told` has the chats of each batch."""

    follow: ListFollow
    entries: dict[str, ChatView] = field(default_factory=dict[str, ChatView])
    reaches: dict[bool, ListPlace | None] = field(default_factory=dict[bool, "ListPlace | None"])
    told: list[set[str]] = field(default_factory=list[set[str]])
    revision: int = 0
    is_cut_off: bool = False

    @property
    def titles(self) -> list[str]:
        """From the top, as the page puts them in order."""
        entries = [entry for entry in self.entries.values() if not entry.is_archived]
        order = sorted(entries, key=lambda entry: (entry.is_pinned, entry.updated_at, entry.id), reverse=True)
        return [entry.title for entry in order]

    def take(self, update: ListUpdate | Gone) -> None:
        match update:
            case ListChanged(chat):
                self.entries[chat.id] = chat
                self.told[-1].add(chat.id)
            case ListLost(chat_id):
                self.entries.pop(chat_id, None)
                self.told[-1].add(chat_id)
            case ListReaches(is_archive, end):
                self.reaches[is_archive] = end
            case ListSeen(revision):
                assert revision >= self.revision
                self.revision = revision
            case Gone():
                self.is_cut_off = True


@asynccontextmanager
async def reading_list(person: Person, revision: int = 0) -> AsyncGenerator[ListReader]:
    """Follows the list of the account in which the person acts."""
    watched = person.worker.follow_list(person.scope, revision)
    reader = ListReader(watched.follow)
    task = asyncio.create_task(_read(reader, watched.batches()))
    try:
        yield reader
    finally:
        task.cancel()
        outcome = (await asyncio.gather(task, return_exceptions=True))[0]
        if isinstance(outcome, Exception):
            raise outcome


async def _read(reader: ListReader, batches: AsyncGenerator[Sequence[Any]]) -> None:
    async for batch in batches:
        reader.told.append(set())
        for update in batch:
            reader.take(update)
