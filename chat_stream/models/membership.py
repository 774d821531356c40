"""Memberships: which user belongs to which account, in which role."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func
from sqlmodel import Field, UniqueConstraint, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models import news
from chat_stream.models.account import Account, AccountKind
from chat_stream.models.permission import Role
from chat_stream.models.record import UTC_TIME, Record, now, random_id
from chat_stream.models.scope import NotFound
from chat_stream.models.user import User, is_enabled


class Membership(Record, table=True):
    __table_args__ = (UniqueConstraint("account_id", "user_id"),)

    id: str = Field(default_factory=random_id, primary_key=True)
    account_id: str = Field(foreign_key="accounts.id", ondelete="CASCADE")
    user_id: str = Field(foreign_key="users.id", index=True, ondelete="CASCADE")
    role: str = Role.OWNER
    created_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)

    @staticmethod
    async def find(session: AsyncSession, account_id: str, user_id: str) -> "Membership":
        """A user's membership in a team. Personal accounts aren't looked up here.

        Raises:
            NotFound: There is no such team, or the user doesn't belong to it.
        """
        query = select(Membership).join(Account, col(Account.id) == Membership.account_id)
        query = query.where(Membership.account_id == account_id, Membership.user_id == user_id)
        membership = (await session.exec(query.where(Account.kind == AccountKind.TEAM))).first()
        if membership is None:
            raise NotFound
        return membership

    @staticmethod
    async def holds(session: AsyncSession, account_id: str, user_id: str) -> bool:
        """Whether an enabled user belongs to an account of any kind."""
        query = select(Membership.id).join(User, col(User.id) == Membership.user_id)
        query = query.where(Membership.account_id == account_id, Membership.user_id == user_id, is_enabled())
        return (await session.exec(query)).first() is not None

    @staticmethod
    async def personal_account(session: AsyncSession, user_id: str) -> str:
        """The user's personal account, which they act in at first."""
        query = select(Membership.account_id).join(Account, col(Account.id) == Membership.account_id)
        query = query.where(Membership.user_id == user_id, Account.kind == AccountKind.PERSONAL)
        return (await session.exec(query)).one()

    @staticmethod
    async def of_user(session: AsyncSession, user_id: str) -> "Sequence[tuple[Membership, Account]]":
        """The accounts that a user belongs to: the personal one, then teams by name."""
        return (await session.exec(_OF_USER, params={"user_id": user_id})).all()

    @staticmethod
    async def of_account(session: AsyncSession, account_id: str) -> "Sequence[tuple[Membership, User]]":
        """The members of an account, in the order of joining."""
        query = select(Membership, User).join(User, col(User.id) == Membership.user_id)
        query = query.where(Membership.account_id == account_id)
        return (await session.exec(query.order_by(col(Membership.created_at), col(Membership.id)))).all()

    @staticmethod
    async def count_owners(session: AsyncSession, account_id: str) -> int:
        query = select(func.count()).where(Membership.account_id == account_id, Membership.role == Role.OWNER)
        return (await session.exec(query)).one()

    @staticmethod
    async def end(session: AsyncSession, account_id: str, user_id: str) -> None:
        """Removes a user from an account."""
        is_it = (col(Membership.account_id) == account_id, col(Membership.user_id) == user_id)
        await session.exec(delete(Membership).where(*is_it))
        news.user(session, user_id)

    @staticmethod
    async def end_all(session: AsyncSession, account_id: str) -> None:
        """Takes everybody out of an account."""
        ended = delete(Membership).where(col(Membership.account_id) == account_id)
        for user_id in (await session.exec(ended.returning(col(Membership.user_id)))).scalars():
            news.user(session, user_id)


_OF_USER = (
    select(Membership, Account)
    .join(Account, col(Account.id) == Membership.account_id)
    .where(Membership.user_id == bindparam("user_id"))
    .order_by(col(Account.kind) != AccountKind.PERSONAL, func.lower(Account.name), col(Account.id))
)
"""Built once, because every tab runs it: building it takes longer than executing it."""
