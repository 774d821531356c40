"""The owner of chats: a personal account, or a team."""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum

from sqlalchemy import bindparam, delete, update
from sqlmodel import Field, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models import news
from chat_stream.models.record import UTC_TIME, Record, now, random_id


class AccountKind(StrEnum):
    PERSONAL = "personal"
    TEAM = "team"


class Account(Record, table=True):
    id: str = Field(default_factory=random_id, primary_key=True)
    kind: str = AccountKind.PERSONAL
    name: str
    revision: int = Field(default=0, description="grows with each change to the list of its chats")
    created_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)

    @staticmethod
    async def revise(session: AsyncSession, account_id: str) -> int:
        """Counts a change to the list of chats, and notes it for viewers. The row stays locked until the transaction
        ends."""
        news.chat_list(session, account_id)
        statement = update(Account).where(col(Account.id) == account_id).values(revision=Account.revision + 1)
        return (await session.exec(statement.returning(col(Account.revision)))).scalar_one()

    @staticmethod
    async def kind_of(session: AsyncSession, account_id: str) -> str:
        return (await session.exec(_KIND, params={"account_id": account_id})).one()

    @staticmethod
    async def names(session: AsyncSession, ids: Collection[str]) -> dict[str, str]:
        """The names of the accounts with these ids."""
        return dict((await session.exec(select(Account.id, Account.name).where(col(Account.id).in_(ids)))).all())

    @staticmethod
    async def lock(session: AsyncSession, account_id: str) -> None:
        """Locks the account, so that concurrent changes to its members take turns. Otherwise two owners could each see
        the other and both leave."""
        await session.exec(select(Account.id).where(Account.id == account_id).with_for_update())

    @staticmethod
    async def delete(session: AsyncSession, account_id: str) -> None:
        """Deletes an account with everything that it owns: chats, messages, attempts, journal, tokens, invitations."""
        await session.exec(delete(Account).where(col(Account.id) == account_id))


_KIND = select(Account.kind).where(Account.id == bindparam("account_id"))
"""Built once, because every viewer runs it: building it takes longer than executing it."""
