"""Password resets: links that an administrator made, with which a user can choose a new password."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Field, col
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models.record import UTC_TIME, Record, now, random_id

LIFETIME = timedelta(hours=24)


class PasswordReset(Record, table=True):
    """Holds the SHA-256 of a random token, which is in the link. It can be used once."""

    id: str = Field(default_factory=random_id, primary_key=True)
    token_hash: str = Field(unique=True, index=True)
    user_id: str = Field(foreign_key="users.id", index=True, ondelete="CASCADE")
    created_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)
    expires_at: datetime = Field(default_factory=lambda: now() + LIFETIME, sa_type=UTC_TIME)

    @staticmethod
    async def take(session: AsyncSession, token_hash: str) -> str | None:
        """Uses the link up. Returns the id of its user; None if the link has expired or was used."""
        it = delete(PasswordReset).where(col(PasswordReset.token_hash) == token_hash)
        it = it.where(col(PasswordReset.expires_at) > now())
        row = (await session.exec(it.returning(col(PasswordReset.user_id)))).first()
        return row[0] if row else None

    @staticmethod
    async def end_all(session: AsyncSession, user_id: str) -> None:
        await session.exec(delete(PasswordReset).where(col(PasswordReset.user_id) == user_id))
