"""Actions on an entry in the list of chats."""

from contextlib import suppress
from typing import ClassVar

import reflex as rx

from chat_stream.chats import LONGEST_TITLE
from chat_stream.models import NotFound
from chat_stream.state.refusals_shown import refusals_shown
from chat_stream.state.scope import chat_in_address, scope_of
from chat_stream.worker import worker


class EntryState(rx.State):
    """The list's follow shows the changes, in this tab as in all others; only refusals are here."""

    LONGEST_TITLE: ClassVar = LONGEST_TITLE

    notice: str = ""

    @rx.event
    async def rename(self, chat_id: str, title: str):
        """Gives the chat another title."""
        with refusals_shown(self):
            await worker().stored.chats.rename(await scope_of(self, chat_id=chat_id), chat_id, title)

    @rx.event
    async def pin(self, chat_id: str, is_pinned: bool):
        """Pins the chat to the top of the list, or unpins it."""
        with refusals_shown(self):
            await worker().stored.chats.pin(await scope_of(self, chat_id=chat_id), chat_id, is_pinned=is_pinned)

    @rx.event
    async def archive(self, chat_id: str, is_archived: bool):
        """Moves the chat into the archive, or back into the list."""
        with refusals_shown(self):
            await worker().stored.chats.archive(await scope_of(self, chat_id=chat_id), chat_id, is_archived=is_archived)

    @rx.event
    async def delete(self, chat_id: str):
        """Deletes the chat. A tab that shows it opens a new one."""
        with refusals_shown(self):
            await worker().stored.chats.delete(await scope_of(self, chat_id=chat_id), chat_id)
            return rx.redirect("/") if chat_in_address(self) == chat_id else None
        return None

    @rx.event
    async def bring_back(self, chat_id: str, was_shown: bool):
        """Undoes the deletion. A tab that showed the chat shows it again."""
        with refusals_shown(self):
            await worker().stored.chats.bring_back(await scope_of(self, chat_id=chat_id), chat_id)
            return rx.redirect(f"/chat/{chat_id}") if was_shown else None
        return None

    @rx.event
    async def read(self, chat_id: str):
        """Marks the chat as read, because somebody is looking at it."""
        with suppress(NotFound):  # it was deleted meanwhile
            await worker().stored.chats.read(await scope_of(self, chat_id=chat_id), chat_id)
