"""An account's list of chats, as one of its people sees it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import Select, and_, exists, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models.account import Account
from chat_stream.models.attempt import LIVE, Attempt
from chat_stream.models.chat import Chat
from chat_stream.models.membership import Membership
from chat_stream.models.reading import Reading
from chat_stream.models.scope import Scope


class ListPlace(NamedTuple):
    """A chat's place in the list. Later times are nearer to the top."""

    updated_at: datetime
    chat_id: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A chat in the list, whether an answer is being written, and whether there are answers that its reader hasn't
    seen."""

    chat: Chat
    is_written: bool
    is_unread: bool


class Listing:
    """The queries of a list, all in one transaction."""

    def __init__(self, session: AsyncSession, scope: Scope) -> None:
        self._session = session
        self._scope = scope

    async def revision(self) -> int:
        """The latest change of the list that these queries see."""
        return (await self._session.exec(select(Account.revision).where(Account.id == self._scope.account_id))).one()

    async def changed_since(self, revision: int) -> Sequence[Listed]:
        """The chats that changed after this revision, including deleted and archived ones."""
        mine = select(Reading.chat_id).where(Reading.user_id == self._scope.user_id, Reading.list_revision > revision)
        is_changed = or_(col(Chat.list_revision) > revision, col(Chat.id).in_(mine))
        return await self._read(self._entries().where(is_changed))

    async def pinned(self) -> Sequence[Listed]:
        """The pinned chats."""
        return await self._read(self._present(is_archived=False).where(col(Chat.is_pinned)))

    async def older(self, before: ListPlace | None, limit: int, *, is_archived: bool) -> Sequence[Listed]:
        """The next `limit` chats, pinned or not, from the top or after a place."""
        query = self._present(is_archived=is_archived)
        if before:
            is_behind = and_(col(Chat.updated_at) == before.updated_at, col(Chat.id) < before.chat_id)
            query = query.where(or_(col(Chat.updated_at) < before.updated_at, is_behind))
        return await self._read(query.limit(limit))

    async def titled(self, words: str, limit: int) -> Sequence[Listed]:
        """The newest chats that have these words in their titles. Case is ignored as far as the database knows the
        alphabet."""
        has_words = func.lower(Chat.title).like(func.lower(_pattern(words)), escape="/")
        query = self._entries().where(col(Chat.deleted_at).is_(None), has_words)
        return await self._read(query.limit(limit))

    def _present(self, *, is_archived: bool) -> Select[Any, Any, Any]:
        archived = col(Chat.archived_at)
        is_here = archived.is_not(None) if is_archived else archived.is_(None)
        return self._entries().where(col(Chat.deleted_at).is_(None), is_here)

    def _entries(self) -> Select[Any, Any, Any]:
        """Selects the entries, the newest first."""
        written = exists().where(col(Attempt.chat_id) == col(Chat.id), col(Attempt.status).in_(LIVE))
        query = select(Chat, written, self._is_unread()).where(Chat.account_id == self._scope.account_id)
        return query.order_by(col(Chat.updated_at).desc(), col(Chat.id).desc())

    def _is_unread(self) -> Any:
        """Whether there are answers that the reader hasn't seen. New members of a team have seen everything before they
        joined."""
        user_id, account_id = self._scope.user_id, self._scope.account_id
        read = select(Reading.revision).where(Reading.user_id == user_id, col(Reading.chat_id) == col(Chat.id))
        joined = select(Membership.created_at).where(Membership.user_id == user_id, Membership.account_id == account_id)
        is_later = col(Chat.updated_at) > joined.scalar_subquery()
        return and_(col(Chat.answered_revision) > func.coalesce(read.scalar_subquery(), 0), is_later)

    async def _read(self, query: Select[Any, Any, Any]) -> list[Listed]:
        connection = cast(Any, self._session)  # its types don't know queries of mixed columns
        rows: Sequence[tuple[Chat, bool, bool]] = (await connection.exec(query)).all()
        return [Listed(chat, bool(is_written), bool(is_unread)) for chat, is_written, is_unread in rows]


def _pattern(words: str) -> str:
    """A `LIKE` pattern for these words anywhere, with special characters escaped."""
    escaped = re.sub(r"([/%_])", r"/\1", words)
    return f"%{escaped}%"
