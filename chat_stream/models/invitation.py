"""Invitations to a team. Whoever has the link may join."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Field, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models.permission import Role
from chat_stream.models.record import UTC_TIME, Record, now, random_id
from chat_stream.models.scope import NotFound

LIFETIME = timedelta(days=7)


class Invitation(Record, table=True):
    """Holds the SHA-256 of a random token, which is in the link. It is used up when one person has joined."""

    id: str = Field(default_factory=random_id, primary_key=True)
    token_hash: str = Field(unique=True, index=True)
    account_id: str = Field(foreign_key="accounts.id", index=True, ondelete="CASCADE")
    invited_by: str | None = Field(default=None, foreign_key="users.id", ondelete="SET NULL")
    email: str = Field(default="", description="whom it was sent to; empty where the link was handed over")
    role: str = Role.MEMBER
    created_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)
    expires_at: datetime = Field(default_factory=lambda: now() + LIFETIME, sa_type=UTC_TIME)

    @staticmethod
    async def with_hash(session: AsyncSession, token_hash: str) -> "Invitation":
        """The open invitation with this hash.

        Raises:
            NotFound: There is none; it ran out, was used or was withdrawn.
        """
        query = select(Invitation).where(Invitation.token_hash == token_hash, Invitation.expires_at > now())
        invitation = (await session.exec(query)).first()
        if invitation is None:
            raise NotFound
        return invitation

    @staticmethod
    async def of_account(session: AsyncSession, account_id: str) -> "Sequence[Invitation]":
        """A team's open invitations, newest first."""
        query = select(Invitation).where(Invitation.account_id == account_id, Invitation.expires_at > now())
        return (await session.exec(query.order_by(col(Invitation.created_at).desc(), col(Invitation.id)))).all()

    @staticmethod
    async def end(session: AsyncSession, account_id: str, invitation_id: str) -> "Role":
        """Deletes an open invitation of a team, and returns the role that it offered.

        Raises:
            NotFound: There is none, or another was faster.
        """
        it = delete(Invitation).where(col(Invitation.id) == invitation_id, col(Invitation.account_id) == account_id)
        row = (await session.exec(it.returning(col(Invitation.role)))).first()
        if row is None:
            raise NotFound
        return Role(row[0])
