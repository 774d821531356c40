"""A person who signs in."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func
from sqlmodel import Field, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models import news
from chat_stream.models.record import UTC_TIME, Record, now, random_id


class User(Record, table=True):
    """`password_hash` is empty for users who sign in only through an OpenID provider."""

    id: str = Field(default_factory=random_id, primary_key=True)
    email: str = Field(unique=True, index=True, description="lower case, without spaces around")
    name: str
    password_hash: str
    language: str = Field(default="", description="chosen to be read; empty: as the browser")
    preferred_model: str = Field(default="", description="chosen or asked last; empty: the first there is")
    is_administrator: bool = Field(default=False, description="of the installation, not of a team")
    disabled_at: datetime | None = Field(default=None, sa_type=UTC_TIME)
    created_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)

    @property
    def is_disabled(self) -> bool:
        return self.disabled_at is not None

    @staticmethod
    async def with_email(session: AsyncSession, email: str) -> "User | None":
        return (await session.exec(select(User).where(User.email == email))).first()

    @staticmethod
    async def administers(session: AsyncSession, user_id: str) -> bool:
        """Whether the user is an administrator of the installation."""
        user = await session.get(User, user_id)
        return user is not None and user.is_administrator

    @staticmethod
    async def any_exists(session: AsyncSession) -> bool:
        return (await session.exec(select(User.id).limit(1))).first() is not None

    @staticmethod
    async def names(session: AsyncSession, ids: Collection[str]) -> dict[str, str]:
        """The names of the users with these ids."""
        return dict((await session.exec(select(User.id, User.name).where(col(User.id).in_(ids)))).all())

    @staticmethod
    async def page(session: AsyncSession, offset: int, limit: int) -> "Sequence[User]":
        """A page of all users, in the order of signing up."""
        query = select(User).order_by(col(User.created_at), col(User.id))
        return (await session.exec(query.offset(offset).limit(limit))).all()

    @staticmethod
    async def delete(session: AsyncSession, user_id: str) -> None:
        """Deletes a user with their sessions, tokens and memberships."""
        await session.exec(delete(User).where(col(User.id) == user_id))
        news.user(session, user_id)

    @staticmethod
    async def count_administrators(session: AsyncSession) -> int:
        """The number of administrators who can sign in."""
        query = select(func.count()).where(col(User.is_administrator), is_enabled())
        return (await session.exec(query)).one()


def is_enabled() -> ColumnElement[bool]:
    """The condition that the user isn't disabled."""
    return col(User.disabled_at).is_(None)
