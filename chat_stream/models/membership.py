"""That a user belongs to an account, and as what."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, UniqueConstraint, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models.record import UTC_TIME, Record, now, random_id


class Role(StrEnum):
    OWNER = "owner"
    ADMIN = "admin"
    MEMBER = "member"


class Membership(Record, table=True):
    __table_args__ = (UniqueConstraint("account_id", "user_id"),)

    id: str = Field(default_factory=random_id, primary_key=True)
    account_id: str = Field(foreign_key="accounts.id", ondelete="CASCADE")
    user_id: str = Field(foreign_key="users.id", index=True, ondelete="CASCADE")
    role: str = Role.OWNER
    created_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)

    @staticmethod
    async def first_account(session: AsyncSession, user_id: str) -> str:
        """The account that a user acts in at first: the one they have belonged to longest."""
        query = select(Membership.account_id).where(Membership.user_id == user_id)
        return (await session.exec(query.order_by(col(Membership.created_at)).limit(1))).one()
