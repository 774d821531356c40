"""One sign-in of one user in one browser."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, String, and_, bindparam, delete, update
from sqlalchemy import select as sql_select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import Field, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models import news
from chat_stream.models.chat import Chat
from chat_stream.models.membership import Membership
from chat_stream.models.message import Message
from chat_stream.models.record import UTC_TIME, Record, now, random_id
from chat_stream.models.scope import NotFound, Scope
from chat_stream.models.user import User, is_enabled

USE_GRAIN = timedelta(minutes=1)
"""The precision of the recorded last use, so that a tab that asks often doesn't cause a write each time."""


class Proof(NamedTuple):
    """The session that a token proves, and its user."""

    session_id: str
    user_id: str


class Asked(NamedTuple):
    """A request for a session's scope. The user acts in the account that is asked for; otherwise in the account of the
    chat or message, in the one that the session remembers, or in their own. They never act in an account that they
    don't belong to."""

    session_id: str
    account_id: str = ""
    chat_id: str = ""
    message_id: str = ""


class Used(NamedTuple):
    """A scope, and the last recorded use of its session."""

    scope: Scope
    last_seen_at: datetime


class Session(Record, table=True):
    """Holds the SHA-256 of a random token. The token itself is only in the user's cookie.

    A session ends at `expires_at` in any case, and at `idle_until` unless it is used before.
    """

    id: str = Field(default_factory=random_id, primary_key=True)
    token_hash: str = Field(unique=True, index=True)
    user_id: str = Field(foreign_key="users.id", index=True, ondelete="CASCADE")
    account_id: str = Field(foreign_key="accounts.id", ondelete="CASCADE", description="the account acted in last")
    device: str = Field(
        default="",
        description="the browser and system, as an encoded text; old rows are English",
    )
    created_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)
    last_seen_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)
    idle_until: datetime = Field(sa_type=UTC_TIME)
    expires_at: datetime = Field(sa_type=UTC_TIME)

    @staticmethod
    async def of_tokens(connection: AsyncConnection, token_hashes: Collection[str]) -> "dict[str, Proof]":
        """The sessions that these tokens prove, by the tokens' hashes. Invalid tokens are left out."""
        rows = await connection.execute(_OF_TOKENS, {"token_hashes": list(token_hashes)})
        return {row.token_hash: Proof(row.id, row.user_id) for row in rows}

    @staticmethod
    async def scopes(connection: AsyncConnection, asked: "Collection[Asked]") -> "dict[Asked, Used]":
        """The scopes of these sessions, if they are still valid."""
        rows = (await connection.execute(_ACCOUNTS, {"session_ids": [each.session_id for each in asked]})).all()
        accounts: defaultdict[str, list[Any]] = defaultdict(list)
        for row in rows:
            accounts[row.id].append(row)
        homes = await _accounts_of(connection, _OF_CHATS, {each.chat_id for each in asked})
        homes |= await _accounts_of(connection, _OF_MESSAGES, {each.message_id for each in asked})
        found = {each: _acting(each, accounts[each.session_id], homes) for each in asked}
        return {each: used for each, used in found.items() if used}

    @staticmethod
    async def of_user(session: AsyncSession, user_id: str) -> "Sequence[Session]":
        """A person's valid sessions, the most recently used first."""
        query = select(Session).where(Session.user_id == user_id, is_lasting())
        return (await session.exec(query.order_by(col(Session.last_seen_at).desc(), col(Session.id)))).all()

    @staticmethod
    async def record_use(session: AsyncSession, session_id: str, idle: timedelta) -> None:
        """Records a use, which extends the session by the idle time, but never past its end."""
        used = update(Session).where(col(Session.id) == session_id)
        await session.exec(used.values(last_seen_at=now(), idle_until=now() + idle))

    @staticmethod
    async def remember(session: AsyncSession, scope: Scope) -> None:
        """Remembers the current account for the next tab."""
        it = update(Session).where(col(Session.id) == scope.grant_id)
        await session.exec(it.values(account_id=scope.account_id))

    @staticmethod
    async def leave(session: AsyncSession, account_id: str) -> None:
        """Moves all sessions in this account to their users' personal accounts, because it is about to be deleted."""
        for user_id in set(await session.exec(select(Session.user_id).where(Session.account_id == account_id))):
            home = await Membership.personal_account(session, user_id)
            mine = and_(col(Session.user_id) == user_id, col(Session.account_id) == account_id)
            await session.exec(update(Session).where(mine).values(account_id=home))

    @staticmethod
    async def end(session: AsyncSession, user_id: str, session_id: str) -> None:
        """Ends one of a person's sessions.

        Raises:
            NotFound: There is none, or it belongs to others.
        """
        mine = delete(Session).where(col(Session.id) == session_id, col(Session.user_id) == user_id)
        if (await session.exec(mine.returning(col(Session.id)))).first() is None:
            raise NotFound
        news.user(session, user_id)

    @staticmethod
    async def end_all(session: AsyncSession, user_id: str, *, but: str = "") -> None:
        """Ends a person's sessions, except for one."""
        news.user(session, user_id)
        await session.exec(delete(Session).where(col(Session.user_id) == user_id, col(Session.id) != but))


def is_lasting() -> ColumnElement[bool]:
    """The condition that a session is still valid."""
    return and_(col(Session.expires_at) > _NOW, col(Session.idle_until) > _NOW)


_NOW = bindparam("now", type_=UTC_TIME, callable_=now)


async def _accounts_of(connection: AsyncConnection, query: Any, ids: set[str]) -> dict[str, str]:
    """The accounts of the chats, or of the messages, with these ids."""
    ids = ids - {""}
    return {row.id: row.account_id for row in await connection.execute(query, {"ids": list(ids)})} if ids else {}


def _acting(asked: Asked, accounts: Sequence[Any], homes: Mapping[str, str]) -> Used | None:
    candidates = [row for row in accounts if asked.account_id in ("", row.account_id)]
    if not candidates:
        return None
    home = homes.get(asked.chat_id) or homes.get(asked.message_id)

    def preference(row: Any) -> tuple[bool, bool, datetime]:
        return row.account_id != home, row.account_id != row.remembered, row.created_at

    row = min(candidates, key=preference)
    scope = Scope(user_id=row.user_id, account_id=row.account_id, grant_id=asked.session_id)
    return Used(scope, row.last_seen_at)


def _accounts() -> Any:
    """Selects sessions with each of the accounts that their users belong to."""
    last: Any = col(Session.account_id)
    columns: Any = (col(Session.id), col(Session.user_id), last.label("remembered"), col(Session.last_seen_at))
    return (
        sql_select(*columns, col(Membership.account_id), col(Membership.created_at))
        .join(User, col(User.id) == Session.user_id)
        .join(Membership, col(Membership.user_id) == Session.user_id)
        .where(col(Session.id).in_(_many("session_ids")), is_lasting(), is_enabled())
    )


def _of_tokens() -> Any:
    query = sql_select(col(Session.token_hash), col(Session.id), col(Session.user_id))
    query = query.join(User, col(User.id) == Session.user_id)
    return query.where(col(Session.token_hash).in_(_many("token_hashes")), is_lasting(), is_enabled())


def _many(name: str) -> Any:
    return bindparam(name, type_=String, expanding=True)


_OF_CHATS = sql_select(col(Chat.id), col(Chat.account_id)).where(col(Chat.id).in_(_many("ids")))
_OF_MESSAGES = (
    sql_select(col(Message.id), col(Chat.account_id))
    .join(Chat, col(Chat.id) == Message.chat_id)
    .where(col(Message.id).in_(_many("ids")))
)
_OF_TOKENS, _ACCOUNTS = _of_tokens(), _accounts()
"""Built once, because every event runs them: building them takes longer than executing them."""
