"""A person who signs in."""

from datetime import datetime

from sqlmodel import Field, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models.record import UTC_TIME, Record, now, random_id


class User(Record, table=True):
    id: str = Field(default_factory=random_id, primary_key=True)
    email: str = Field(unique=True, index=True, description="lower case, without spaces around")
    name: str
    password_hash: str
    created_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)

    @staticmethod
    async def with_email(session: AsyncSession, email: str) -> "User | None":
        return (await session.exec(select(User).where(User.email == email))).first()

    @staticmethod
    async def is_administrator(session: AsyncSession, user_id: str) -> bool:
        """Whoever came first runs the installation."""
        first = select(User.id).order_by(col(User.created_at), col(User.id)).limit(1)
        return (await session.exec(first)).first() == user_id

    @staticmethod
    async def any_exists(session: AsyncSession) -> bool:
        return (await session.exec(select(User.id).limit(1))).first() is not None
