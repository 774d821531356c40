"""One sign-in of one user in one browser."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, bindparam, case, delete, or_, update
from sqlmodel import Field, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models.chat import Chat
from chat_stream.models.membership import Membership
from chat_stream.models.message import Message
from chat_stream.models.record import UTC_TIME, Record, now, random_id
from chat_stream.models.scope import Scope
from chat_stream.models.user import User, is_enabled

USE_GRAIN = timedelta(minutes=1)
"""How exactly the last use is known: a tab that asks often must not cost a write each time."""


class Session(Record, table=True):
    """Holds the SHA-256 of a random token; the token itself is only in the user's cookie.

    It ends at `expires_at` whatever happens, and at `idle_until` unless it is used before.
    """

    id: str = Field(default_factory=random_id, primary_key=True)
    token_hash: str = Field(unique=True, index=True)
    user_id: str = Field(foreign_key="users.id", index=True, ondelete="CASCADE")
    account_id: str = Field(foreign_key="accounts.id", ondelete="CASCADE", description="the account acted in last")
    device: str = Field(default="", description="the browser and system, for the person's own list of sessions")
    created_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)
    last_seen_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)
    idle_until: datetime = Field(sa_type=UTC_TIME)
    expires_at: datetime = Field(sa_type=UTC_TIME)

    @staticmethod
    async def id_of_token(session: AsyncSession, token_hash: str) -> str | None:
        query = select(Session.id).join(User, col(User.id) == Session.user_id)
        return (await session.exec(query.where(Session.token_hash == token_hash, is_lasting(), is_enabled()))).first()

    @staticmethod
    async def scope(
        session: AsyncSession, session_id: str, *, account_id: str = "", chat_id: str = "", message_id: str = ""
    ) -> tuple[Scope, datetime] | None:
        """Who this session speaks for, while it lasts, and when it was last known to be used.

        The user acts in the account that is asked for; else in the one that the chat or message belongs to, in the
        one that the session remembers, or in their own. They act in none that they don't belong to.
        """
        meant = {"account_id": account_id, "chat_id": chat_id, "message_id": message_id}
        connection = await session.connection()
        row = (await connection.execute(_SCOPE, {"session_id": session_id, **meant})).first()
        if row is None:
            return None
        return Scope(user_id=row.user_id, account_id=row.account_id, grant_id=session_id), row.last_seen_at

    @staticmethod
    async def of_user(session: AsyncSession, user_id: str) -> "Sequence[Session]":
        """A person's sessions that last, the one used last first."""
        query = select(Session).where(Session.user_id == user_id, is_lasting())
        return (await session.exec(query.order_by(col(Session.last_seen_at).desc(), col(Session.id)))).all()

    @staticmethod
    async def record_use(session: AsyncSession, session_id: str, idle: timedelta) -> None:
        """It is used now, so it lasts that much longer, but never past its end."""
        used = update(Session).where(col(Session.id) == session_id)
        await session.exec(used.values(last_seen_at=now(), idle_until=now() + idle))

    @staticmethod
    async def remember(session: AsyncSession, scope: Scope) -> None:
        """The account that is acted in, for the next tab."""
        it = update(Session).where(col(Session.id) == scope.grant_id)
        await session.exec(it.values(account_id=scope.account_id))

    @staticmethod
    async def leave(session: AsyncSession, account_id: str) -> None:
        """All who act in this account act in their own from now on, because it is about to be deleted."""
        for user_id in set(await session.exec(select(Session.user_id).where(Session.account_id == account_id))):
            home = await Membership.personal_account(session, user_id)
            mine = and_(col(Session.user_id) == user_id, col(Session.account_id) == account_id)
            await session.exec(update(Session).where(mine).values(account_id=home))

    @staticmethod
    async def end(session: AsyncSession, session_id: str) -> None:
        await session.exec(delete(Session).where(col(Session.id) == session_id))

    @staticmethod
    async def end_all(session: AsyncSession, user_id: str, *, but: str = "") -> None:
        """Ends a person's sessions, except for one."""
        await session.exec(delete(Session).where(col(Session.user_id) == user_id, col(Session.id) != but))


def is_lasting() -> ColumnElement[bool]:
    """The condition that a session hasn't run out."""
    return and_(col(Session.expires_at) > _NOW, col(Session.idle_until) > _NOW)


_NOW = bindparam("now", type_=UTC_TIME, callable_=now)


def _scope() -> Select[Any, Any, Any]:
    of_message = select(Message.chat_id).where(Message.id == bindparam("message_id"))
    is_meant = or_(col(Chat.id) == bindparam("chat_id"), col(Chat.id).in_(of_message))
    of_chat = select(Chat.account_id).where(is_meant).limit(1).scalar_subquery()
    account = bindparam("account_id", type_=String)
    preference = case(
        (col(Membership.account_id) == of_chat, 0), (col(Membership.account_id) == Session.account_id, 1), else_=2
    )
    return (
        select(col(Session.user_id), col(Membership.account_id), col(Session.last_seen_at))
        .join(User, col(User.id) == Session.user_id)
        .join(Membership, col(Membership.user_id) == Session.user_id)
        .where(col(Session.id) == bindparam("session_id"), is_lasting(), is_enabled())
        .where(or_(account == "", col(Membership.account_id) == account))
        .order_by(preference, col(Membership.created_at))
        .limit(1)
    )


_SCOPE = _scope()
"""Asked for each event: to put it together takes longer than to execute it."""
