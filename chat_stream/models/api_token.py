"""A token with which a program acts on a person's behalf."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, func, update
from sqlmodel import Field, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models import news
from chat_stream.models.membership import Membership
from chat_stream.models.record import UTC_TIME, Record, now, random_id
from chat_stream.models.scope import NotFound, Scope
from chat_stream.models.user import User, is_enabled

USE_GRAIN = timedelta(minutes=1)
"""The precision of the recorded last use, so that a program that asks often doesn't cause a write each time."""


class ApiToken(Record, table=True):
    """Holds the SHA-256 of a random token. The token itself is shown once, to the person who makes it."""

    id: str = Field(default_factory=random_id, primary_key=True)
    token_hash: str = Field(unique=True, index=True)
    user_id: str = Field(foreign_key="users.id", index=True, ondelete="CASCADE")
    account_id: str = Field(foreign_key="accounts.id", ondelete="CASCADE", description="the account acted in")
    name: str
    created_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)
    last_used_at: datetime | None = Field(default=None, sa_type=UTC_TIME)

    @property
    def is_use_known(self) -> bool:
        """Whether the recorded last use is precise enough."""
        return self.last_used_at is not None and self.last_used_at > now() - USE_GRAIN

    @staticmethod
    async def with_hash(session: AsyncSession, token_hash: str) -> "ApiToken | None":
        """The token with this hash, if its user belongs to the account and isn't disabled."""
        query = select(ApiToken).join(Membership, col(Membership.user_id) == ApiToken.user_id)
        query = query.join(User, col(User.id) == ApiToken.user_id).where(is_enabled())
        query = query.where(ApiToken.token_hash == token_hash, Membership.account_id == ApiToken.account_id)
        return (await session.exec(query)).first()

    @staticmethod
    async def of_user(session: AsyncSession, user_id: str) -> Sequence["ApiToken"]:
        """A person's tokens, newest first."""
        query = select(ApiToken).where(ApiToken.user_id == user_id)
        return (await session.exec(query.order_by(col(ApiToken.created_at).desc(), col(ApiToken.id)))).all()

    @staticmethod
    async def count_of_user(session: AsyncSession, user_id: str) -> int:
        return (await session.exec(select(func.count()).where(ApiToken.user_id == user_id))).one()

    @staticmethod
    async def revoke(session: AsyncSession, user_id: str, token_id: str) -> None:
        """Deletes one of a person's tokens.

        Raises:
            NotFound: There is none, or it belongs to others.
        """
        mine = delete(ApiToken).where(col(ApiToken.id) == token_id, col(ApiToken.user_id) == user_id)
        if (await session.exec(mine.returning(col(ApiToken.id)))).first() is None:
            raise NotFound
        news.user(session, user_id)

    @staticmethod
    async def revoke_all(session: AsyncSession, user_id: str) -> None:
        news.user(session, user_id)
        await session.exec(delete(ApiToken).where(col(ApiToken.user_id) == user_id))

    @staticmethod
    async def record_use(session: AsyncSession, token_id: str) -> None:
        await session.exec(update(ApiToken).where(col(ApiToken.id) == token_id).values(last_used_at=now()))

    def scope(self) -> Scope:
        """The scope of this token."""
        return Scope(user_id=self.user_id, account_id=self.account_id, grant_id=self.id)
