"""A waiting question, which becomes a message when the answer before it has ended."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, UniqueConstraint, col, func, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models.chat import Chat
from chat_stream.models.record import UTC_TIME, Record, now, random_id
from chat_stream.models.scope import NotFound, Scope


class QueuedQuestion(Record, table=True):
    """The questions that wait for the same answer form a queue, ordered by revision. The message that a question
    becomes has the question's ids.

    A question that was taken back stays for a while without its text: a page that never heard that the question had
    arrived sends it again, and then it must not be asked.
    """

    __table_args__ = (UniqueConstraint("author_id", "client_id"),)

    id: str = Field(default_factory=random_id, primary_key=True)
    chat_id: str = Field(foreign_key="chats.id", index=True, ondelete="CASCADE")
    waits_for: str = Field(foreign_key="messages.id", ondelete="CASCADE", description="an answer")
    author_id: str = Field(foreign_key="users.id", ondelete="CASCADE")
    client_id: str
    content: str
    models: list[str] = Field(sa_type=JSON, description="all that will answer it")
    revision: int = Field(description="the chat's revision at which it was asked")
    withdrawn_at: datetime | None = Field(default=None, sa_type=UTC_TIME)
    created_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)

    @staticmethod
    async def join(session: AsyncSession, chat: Chat, **values: Any) -> "QueuedQuestion":
        """Adds a question to the end of a queue. The chat's current models will answer it."""
        revision = await Chat.revise_queue(session, chat.id)
        question = QueuedQuestion(chat_id=chat.id, models=list(chat.models), revision=revision, **values)
        session.add(question)
        await session.flush()
        return question

    @staticmethod
    async def find(session: AsyncSession, scope: Scope, question_id: str) -> "QueuedQuestion":
        """The question, if it waits in a chat of this account. The chat stays locked until the transaction ends.

        Raises:
            NotFound: None waits there: it was never asked, or has begun, or was taken back.
        """
        waits = col(QueuedQuestion.id) == question_id, col(QueuedQuestion.withdrawn_at).is_(None)
        of_account = Chat.account_id == scope.account_id, col(Chat.deleted_at).is_(None)
        chat = select(Chat.id).join(QueuedQuestion, col(QueuedQuestion.chat_id) == Chat.id).where(*waits, *of_account)
        if (await session.exec(chat.with_for_update(of=Chat))).first() is None:
            raise NotFound
        question = (await session.exec(select(QueuedQuestion).where(*waits))).first()
        if question is None:  # it was asked while this waited for the lock
            raise NotFound
        return question

    @staticmethod
    async def was_withdrawn(session: AsyncSession, scope: Scope, question_id: str) -> bool:
        """Whether the asker took the question back."""
        question = await session.get(QueuedQuestion, question_id)
        return question is not None and question.author_id == scope.user_id and question.withdrawn_at is not None

    @staticmethod
    async def sent_as(session: AsyncSession, author_id: str, client_id: str) -> "QueuedQuestion | None":
        """The question with this client id, even if it was taken back."""
        query = select(QueuedQuestion).where(
            QueuedQuestion.author_id == author_id, QueuedQuestion.client_id == client_id
        )
        return (await session.exec(query)).first()

    @staticmethod
    async def waiting_in(session: AsyncSession, chat_id: str) -> "Sequence[QueuedQuestion]":
        """All waiting questions of a chat, on all branches, in order."""
        query = select(QueuedQuestion).where(
            QueuedQuestion.chat_id == chat_id, col(QueuedQuestion.withdrawn_at).is_(None)
        )
        return (await session.exec(query.order_by(col(QueuedQuestion.revision)))).all()

    @staticmethod
    async def count_of(session: AsyncSession, user_id: str) -> int:
        """The number of a user's waiting questions, in all chats."""
        query = select(func.count()).where(
            QueuedQuestion.author_id == user_id, col(QueuedQuestion.withdrawn_at).is_(None)
        )
        return (await session.exec(query)).one()

    @staticmethod
    async def move(session: AsyncSession, chat_id: str, waited_for: Sequence[str], waits_for: str) -> None:
        """Moves the questions that waited for these answers to the new end of their branch."""
        moved = (
            update(QueuedQuestion)
            .where(col(QueuedQuestion.chat_id) == chat_id, col(QueuedQuestion.waits_for).in_(waited_for))
            .values(waits_for=waits_for)
            .returning(col(QueuedQuestion.id))
        )
        if (await session.exec(moved)).all():
            await Chat.revise_queue(session, chat_id)

    async def withdraw(self, session: AsyncSession) -> None:
        """Takes the question back: it won't be asked, and its text is deleted."""
        self.content, self.withdrawn_at = "", now()
        session.add(self)
        await Chat.revise_queue(session, self.chat_id)

    async def leave(self, session: AsyncSession) -> None:
        """Removes the question from the queue, because it becomes a message."""
        await session.delete(self)
        await Chat.revise_queue(session, self.chat_id)
        await session.flush()
