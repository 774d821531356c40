"""A conversation of one account."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Field, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models.account import Account
from chat_stream.models.record import UTC_TIME, Record, now, random_id
from chat_stream.models.scope import NotFound, Scope


class Chat(Record, table=True):
    """`revision` grows with each change to one of its messages: a viewer that has seen up to a revision
    asks for what came later. `list_revision` does the same for its entry in the account's list."""

    id: str = Field(default_factory=random_id, primary_key=True)
    account_id: str = Field(foreign_key="accounts.id", index=True, ondelete="CASCADE")
    created_by: str | None = Field(default=None, foreign_key="users.id", ondelete="SET NULL")
    title: str
    model: str
    revision: int = 0
    list_revision: int = Field(default=0, index=True)
    created_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)
    updated_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)

    @staticmethod
    async def find(session: AsyncSession, scope: Scope, chat_id: str) -> "Chat":
        """The chat, if it is this account's.

        Raises:
            NotFound: There is none, or it belongs to others.
        """
        query = select(Chat).where(Chat.id == chat_id, Chat.account_id == scope.account_id)
        chat = (await session.exec(query)).first()
        if chat is None:
            raise NotFound
        return chat

    @staticmethod
    async def revise(session: AsyncSession, chat_id: str) -> int:
        """Counts one more change; the row stays locked, so revisions are committed in their order."""
        statement = update(Chat).where(col(Chat.id) == chat_id).values(revision=Chat.revision + 1)
        return (await session.exec(statement.returning(col(Chat.revision)))).scalar_one()

    async def rise(self, session: AsyncSession) -> None:
        """Puts the chat on top of its account's list."""
        self.updated_at = now()
        self.list_revision = await Account.revise(session, self.account_id)
        session.add(self)

    @staticmethod
    async def changed_since(session: AsyncSession, account_id: str, revision: int, limit: int) -> Sequence["Chat"]:
        """The newest `limit` chats whose entry in the list changed after `revision`, oldest change first."""
        query = select(Chat).where(Chat.account_id == account_id, Chat.list_revision > revision)
        newest = (await session.exec(query.order_by(col(Chat.list_revision).desc()).limit(limit))).all()
        return newest[::-1]
