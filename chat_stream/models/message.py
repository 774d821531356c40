"""The messages of people and models in a chat."""

from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Integer, String, bindparam, func, or_
from sqlmodel import Field, UniqueConstraint, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models.chat import Chat
from chat_stream.models.record import UTC_TIME, Record, now, random_id
from chat_stream.models.scope import NotFound, Scope


class MessageRole(StrEnum):
    USER = "user"
    ASSISTANT = "assistant"


class Message(Record, table=True):
    """A user's message holds its text; an assistant's message points at the attempt that is shown."""

    __table_args__ = (UniqueConstraint("chat_id", "position"), UniqueConstraint("author_id", "client_id"))

    id: str = Field(default_factory=random_id, primary_key=True)
    chat_id: str = Field(foreign_key="chats.id", ondelete="CASCADE")
    position: int = Field(description="in the order of writing, across all branches")
    follows: str | None = Field(default=None, description="the message before it on its branch: see `branches`")
    chosen: int = Field(
        default=0,
        sa_column_kwargs={"server_default": "0"},
        description="the chat's revision at which it was last chosen among its versions",
    )
    role: str
    author_id: str | None = Field(default=None, foreign_key="users.id", ondelete="SET NULL")
    client_id: str | None = Field(default=None, description="made by the page: sent twice, it is one message")
    content: str = ""
    attempt_id: str | None = Field(default=None, description="the attempt that is shown")
    revision: int = Field(default=0, description="the chat's revision at which this message last changed")
    created_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)

    @staticmethod
    async def find(session: AsyncSession, scope: Scope, message_id: str) -> "Message":
        """The message, if it is in a chat of this account.

        Raises:
            NotFound: There is none, or it belongs to others.
        """
        query = select(Message).join(Chat, col(Chat.id) == Message.chat_id)
        query = query.where(Message.id == message_id, Chat.account_id == scope.account_id)
        query = query.where(col(Chat.deleted_at).is_(None))
        message = (await session.exec(query)).first()
        if message is None:
            raise NotFound
        return message

    @staticmethod
    async def sent_as(session: AsyncSession, author_id: str, client_id: str) -> "Message | None":
        query = select(Message).where(Message.author_id == author_id, Message.client_id == client_id)
        return (await session.exec(query)).first()

    @staticmethod
    async def append(session: AsyncSession, chat_id: str, role: MessageRole, **values: Any) -> "Message":
        """Adds a message to the chat. The chat then shows the branch with this message."""
        revision = await Chat.revise(session, chat_id)  # also locks the chat, so that messages take turns
        last = (await session.exec(select(func.max(Message.position)).where(Message.chat_id == chat_id))).one()
        position = 0 if last is None else last + 1  # pyright: ignore[reportUnnecessaryComparison]  # no rows, no maximum
        message = Message(chat_id=chat_id, role=role, position=position, revision=revision, chosen=revision, **values)
        session.add(message)
        await session.flush()
        return message

    async def revise(self, session: AsyncSession) -> None:
        """Counts a change to this message, so that viewers ask for it.

        Its chat stays locked until the transaction ends, and changes of other transactions are loaded.
        """
        revision = await Chat.revise(session, self.chat_id)
        await session.refresh(self)
        self.revision = revision
        session.add(self)

    async def choose(self, session: AsyncSession) -> None:
        """Shows this version of several, with the messages that follow it. Its text and revision don't change."""
        self.chosen = await Chat.revise(session, self.chat_id)
        session.add(self)

    @staticmethod
    async def changed_since(
        session: AsyncSession,
        chat_id: str,
        revision: int,
        ids: Collection[str] = (),
        attempt_ids: Collection[str] = (),
    ) -> Sequence["Message"]:
        """The messages that changed after `revision`, and of the others those with these ids or showing one of these
        attempts."""
        asked = {"chat_id": chat_id, "revision": revision, "ids": list(ids), "attempt_ids": list(attempt_ids)}
        return (await session.exec(_CHANGED_SINCE, params=asked)).all()

    @staticmethod
    async def among(
        session: AsyncSession, chat_id: str, ids: Collection[str], attempt_ids: Collection[str]
    ) -> Sequence["Message"]:
        """The messages with these ids, and those that show one of these attempts."""
        is_among = or_(col(Message.id).in_(ids), col(Message.attempt_id).in_(attempt_ids))
        return await _written_in(session, chat_id, is_among)

    @staticmethod
    async def up_to(session: AsyncSession, chat_id: str, position: int) -> Sequence["Message"]:
        return await _written_in(session, chat_id, col(Message.position) < position)


async def _written_in(session: AsyncSession, chat_id: str, condition: ColumnElement[bool]) -> Sequence[Message]:
    """The chat's messages that fulfil a condition, in the order of writing."""
    query = select(Message).where(Message.chat_id == chat_id, condition)
    return (await session.exec(query.order_by(col(Message.position)))).all()


_CHANGED_SINCE = (
    select(Message)
    .where(col(Message.chat_id) == bindparam("chat_id"))
    .where(
        or_(
            col(Message.revision) > bindparam("revision", type_=Integer),
            col(Message.id).in_(bindparam("ids", type_=String, expanding=True)),
            col(Message.attempt_id).in_(bindparam("attempt_ids", type_=String, expanding=True)),
        )
    )
    .order_by(col(Message.position))
)
"""Built once, because every viewer runs it at each change: building it takes longer than executing it."""
