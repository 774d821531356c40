"""One sign-in of one user in one browser."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Field, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models.membership import Membership
from chat_stream.models.record import UTC_TIME, Record, now, random_id
from chat_stream.models.scope import Scope

LIFETIME = timedelta(days=30)


class Session(Record, table=True):
    """Holds the SHA-256 of a random token; the token itself is only in the user's cookie."""

    id: str = Field(default_factory=random_id, primary_key=True)
    token_hash: str = Field(unique=True, index=True)
    user_id: str = Field(foreign_key="users.id", index=True, ondelete="CASCADE")
    account_id: str = Field(foreign_key="accounts.id", ondelete="CASCADE", description="the account acted in")
    created_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)
    expires_at: datetime = Field(default_factory=lambda: now() + LIFETIME, sa_type=UTC_TIME)

    @staticmethod
    async def id_of_token(session: AsyncSession, token_hash: str) -> str | None:
        query = select(Session.id).where(Session.token_hash == token_hash, Session.expires_at > now())
        return (await session.exec(query)).first()

    @staticmethod
    async def scope(session: AsyncSession, session_id: str) -> Scope | None:
        """Who this session speaks for, while it lasts and its user belongs to the account."""
        query = (
            select(Session.user_id, Session.account_id)
            .join(Membership, col(Membership.user_id) == Session.user_id)
            .where(
                Session.id == session_id,
                Membership.account_id == Session.account_id,
                Session.expires_at > now(),
            )
        )
        row = (await session.exec(query)).first()
        return row and Scope(user_id=row[0], account_id=row[1], grant_id=session_id)

    @staticmethod
    async def end(session: AsyncSession, session_id: str) -> None:
        await session.exec(delete(Session).where(col(Session.id) == session_id))
