"""The use cases of a chat as a whole: rename, pin, archive, delete, mark as read.

Invariant: no click destroys anything. A deleted chat is hidden from everybody immediately; its text is deleted later.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.accounts.teams import permit
from chat_stream.chats.parameters import checked_parameters
from chat_stream.chats.text import checked_title
from chat_stream.database import Database
from chat_stream.models import (
    Act,
    Attempt,
    AuditEntry,
    Chat,
    Event,
    NotFound,
    Parameters,
    Reading,
    Scope,
    TitleFrom,
    write_for,
)
from chat_stream.models.attempt import LIVE
from chat_stream.models.record import now

UNDO = timedelta(minutes=10)
"""How long a deletion can be undone. The page offers it for some seconds only."""

End = Callable[[str, str], Awaitable[None]]
"""Ends an attempt of a chat on whichever worker it runs."""


class Chats:
    """The use cases. Each starts from the scope of whoever asks, and raises `NotFound` if that scope can't see the
    chat."""

    def __init__(self, database: Database, end: End) -> None:
        self._database = database
        self._end = end

    async def rename(self, scope: Scope, chat_id: str, title: str) -> None:
        """Gives the chat a title that a person chose.

        Raises:
            Unacceptable: It can't be a title.
        """
        title = checked_title(title)
        async with self._changing(scope, chat_id) as (_, chat):
            chat.title, chat.title_from = title, TitleFrom.PERSON

    async def adjust(self, scope: Scope, chat_id: str, parameters: Parameters) -> None:
        """Sets the parameters for later requests in the chat.

        Raises:
            Unacceptable: One of the parameters can't be taken.
        """
        checked = checked_parameters(parameters)
        async with self._changing(scope, chat_id) as (_, chat):
            chat.ask_with(checked)

    async def pin(self, scope: Scope, chat_id: str, *, is_pinned: bool) -> None:
        """Pins the chat to the top of the list for everybody who sees it, or unpins it."""
        async with self._changing(scope, chat_id) as (_, chat):
            chat.is_pinned = is_pinned

    async def archive(self, scope: Scope, chat_id: str, *, is_archived: bool) -> None:
        """Moves the chat into the archive, or back to its place in the list."""
        async with self._changing(scope, chat_id) as (_, chat):
            chat.archived_at = now() if is_archived else None
            chat.is_pinned = False

    async def delete(self, scope: Scope, chat_id: str) -> None:
        """Hides the chat from everybody, and stops the answers that are being written in it.

        Raises:
            NotAllowed: Somebody else began it, and the asker's role doesn't reach that far.
        """
        async with self._changing(scope, chat_id) as (session, chat):
            if chat.created_by != scope.user_id:
                await permit(session, scope, Act.DELETE_CHATS)
            await Chat.revise(session, chat.id)
            chat.deleted_at = now()
            live = await _being_written(session, chat.id)
            _record(session, scope, Event.CHAT_DELETED, chat)
        for attempt_id in live:
            await self._end(attempt_id, chat_id)

    async def bring_back(self, scope: Scope, chat_id: str) -> None:
        """Undoes a deletion, while the text still exists."""
        async with self._changing(scope, chat_id, is_deleted=True) as (session, chat):
            if not chat.deleted_at or chat.deleted_at < now() - UNDO:
                raise NotFound
            if chat.created_by != scope.user_id:
                await permit(session, scope, Act.DELETE_CHATS)
            chat.deleted_at = None
            _record(session, scope, Event.CHAT_BROUGHT_BACK, chat)

    async def read(self, scope: Scope, chat_id: str) -> None:
        """Records that the user has seen all answers so far."""
        async with write_for(self._database, scope) as session:
            await Reading.record(session, scope.user_id, await Chat.find(session, scope, chat_id))

    @asynccontextmanager
    async def _changing(
        self, scope: Scope, chat_id: str, *, is_deleted: bool = False
    ) -> AsyncGenerator[tuple[AsyncSession, Chat]]:
        """A transaction after which the chat's entry in the list counts as changed."""
        async with write_for(self._database, scope) as session:
            chat = await Chat.find(session, scope, chat_id, is_deleted=is_deleted)
            await session.refresh(chat, with_for_update=True)  # concurrent changes take turns
            if bool(chat.deleted_at) != is_deleted:
                raise NotFound
            yield session, chat
            await chat.touch_in_list(session)


async def _being_written(session: AsyncSession, chat_id: str) -> Sequence[str]:
    live = select(Attempt.id).where(Attempt.chat_id == chat_id, col(Attempt.status).in_(LIVE))
    return (await session.exec(live)).all()


def _record(session: AsyncSession, scope: Scope, event: Event, chat: Chat) -> None:
    AuditEntry.record(session, event, actor_id=scope.user_id, account_id=scope.account_id, detail=chat.id)
