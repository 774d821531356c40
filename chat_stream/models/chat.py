"""A conversation of one account."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, bindparam, false, text, update
from sqlmodel import Field, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models import news
from chat_stream.models.account import Account
from chat_stream.models.counts import Total
from chat_stream.models.parameters import Parameters
from chat_stream.models.record import UTC_TIME, Record, now, random_id
from chat_stream.models.scope import Deleted, NotFound, Scope


class TitleFrom(StrEnum):
    """The origin of a chat's title. A model is asked once, and a title from a person is never replaced."""

    WORDS = "words"
    MODEL = "model"
    PERSON = "person"


class Chat(Record, table=True):
    """`revision` grows with each change to a message or to the queue: a viewer at a revision asks for everything later.
    `list_revision` does the same for the chat's entry in the account's list. Tokens and cost are the sum of all ended
    attempts.

    The row of a deleted chat stays, in the end without any text, so that a page that comes back learns of the deletion.
    """

    __table_args__ = (Index("ix_chats_account_id_updated_at", "account_id", "updated_at"),)

    id: str = Field(default_factory=random_id, primary_key=True)
    account_id: str = Field(foreign_key="accounts.id", index=True, ondelete="CASCADE")
    created_by: str | None = Field(default=None, foreign_key="users.id", ondelete="SET NULL")
    title: str
    title_from: str = Field(
        default=TitleFrom.WORDS,
        sa_column_kwargs={"server_default": TitleFrom.PERSON},
        description="of a chat from before there was this, nobody knows: its title stays",
    )
    model: str
    beside: list[str] = Field(
        default_factory=list,
        sa_type=JSON,
        sa_column_kwargs={"server_default": "[]"},
        description="the models that answer each question too, to be compared",
    )
    system_prompt: str = Field(default="", sa_column_kwargs={"server_default": ""}, description="see `Parameters`")
    temperature: float | None = None
    longest_answer: int | None = None
    effort: str = Field(default="", sa_column_kwargs={"server_default": ""})
    revision: int = 0
    answered_revision: int = Field(
        default=0, sa_column_kwargs={"server_default": text("0")}, description="the revision at which an answer ended"
    )
    queue_revision: int = Field(
        default=0, sa_column_kwargs={"server_default": text("0")}, description="the revision at which its queue changed"
    )
    list_revision: int = Field(default=0, index=True)
    is_pinned: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    archived_at: datetime | None = Field(default=None, sa_type=UTC_TIME)
    deleted_at: datetime | None = Field(default=None, sa_type=UTC_TIME)
    prompt_tokens: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    completion_tokens: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    is_estimated: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    cost: float = Field(default=0.0, sa_column_kwargs={"server_default": text("0")}, description="US dollars")
    created_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)
    updated_at: datetime = Field(default_factory=now, sa_type=UTC_TIME, description="when something was asked in it")

    @property
    def models(self) -> Sequence[str]:
        """The models that answer each question."""
        return self.model, *self.beside

    def answer_with(self, models: Sequence[str]) -> None:
        """Sets the models that answer from now on."""
        self.model, self.beside = models[0], list(models[1:])

    @property
    def parameters(self) -> Parameters:
        return Parameters(self.system_prompt, self.temperature, self.longest_answer, self.effort)

    def ask_with(self, parameters: Parameters) -> None:
        for name, value in asdict(parameters).items():
            setattr(self, name, value)

    @property
    def total(self) -> Total:
        return Total(self.prompt_tokens, self.completion_tokens, self.is_estimated, self.cost)

    @staticmethod
    async def find(session: AsyncSession, scope: Scope, chat_id: str, *, is_deleted: bool = False) -> "Chat":
        """The chat, if it belongs to this account.

        Raises:
            Deleted: It was deleted.
            NotFound: There is none, it belongs to others, or it wasn't deleted, if a deleted one is meant.
        """
        return await Chat.of_account(session, scope.account_id, chat_id, is_deleted=is_deleted)

    @staticmethod
    async def of_account(session: AsyncSession, account_id: str, chat_id: str, *, is_deleted: bool = False) -> "Chat":
        """The chat, for reads that several people of one account share."""
        chat = (await session.exec(_OF_ACCOUNT, params={"chat_id": chat_id, "account_id": account_id})).first()
        if chat is None or bool(chat.deleted_at) != is_deleted:
            raise Deleted if chat and chat.deleted_at else NotFound
        return chat

    @staticmethod
    async def revise(session: AsyncSession, chat_id: str) -> int:
        """Counts a change to the chat, and notes it for viewers. The row stays locked, so revisions are committed in
        order.

        Raises:
            NotFound: It was deleted in the meantime.
        """
        return await Chat._revise(session, chat_id, revision=Chat.revision + 1)

    @staticmethod
    async def revise_queue(session: AsyncSession, chat_id: str) -> int:
        """Counts a change to the chat's queue."""
        later = Chat.revision + 1
        return await Chat._revise(session, chat_id, revision=later, queue_revision=later)

    @staticmethod
    async def _revise(session: AsyncSession, chat_id: str, **values: Any) -> int:
        statement = update(Chat).where(col(Chat.id) == chat_id, col(Chat.deleted_at).is_(None))
        revision = (await session.exec(statement.values(**values).returning(col(Chat.revision)))).scalar()
        if revision is None:
            raise NotFound
        news.chat(session, chat_id)
        return revision

    async def touch_in_list(self, session: AsyncSession) -> None:
        """Counts a change to the chat's entry in its account's list.

        If the transaction also changes messages, it must do that first: a chat is always locked before its account.
        """
        session.add(self)
        await session.flush()
        self.list_revision = await Account.revise(session, self.account_id)

    def count(self, prompt_tokens: int, completion_tokens: int, cost: float | None, *, is_estimated: bool) -> None:
        """Adds the usage of a model's work for this chat that isn't an answer."""
        self.prompt_tokens += prompt_tokens
        self.completion_tokens += completion_tokens
        self.cost += cost or 0.0
        self.is_estimated = self.is_estimated or is_estimated

    async def move_to_top(self, session: AsyncSession) -> None:
        """Moves the chat to the top of its account's list, even out of the archive."""
        self.updated_at = now()
        self.archived_at = None
        await self.touch_in_list(session)


_OF_ACCOUNT = select(Chat).where(col(Chat.id) == bindparam("chat_id"), col(Chat.account_id) == bindparam("account_id"))
