"""Grants prove a scope while they last: a session, or an API token. Their random ids never collide."""

from collections.abc import AsyncGenerator, Collection
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Select, String, and_, bindparam, literal, or_, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.database import Database
from chat_stream.models.api_token import ApiToken
from chat_stream.models.membership import Membership
from chat_stream.models.scope import Revoked, Scope
from chat_stream.models.session import Session, is_lasting
from chat_stream.models.user import User, is_enabled

ANY = ""
"""Stands for any account: a session is valid in each account of its user, a token in one."""


@asynccontextmanager
async def write_for(database: Database, scope: Scope) -> AsyncGenerator[AsyncSession]:
    """A writing transaction that begins by checking that the scope holds: see `Database.write`.

    Raises:
        Revoked: It doesn't hold any more, and nothing was changed.
    """
    async with database.write() as session:
        await authorize(session, scope)
        yield session


@asynccontextmanager
async def read_for(database: Database, scope: Scope) -> AsyncGenerator[AsyncSession]:
    """A reading transaction that begins by checking that the scope holds: see `Database.read`.

    Raises:
        Revoked: It doesn't hold any more.
    """
    async with database.read() as session:
        await authorize(session, scope)
        yield session


async def authorize(session: AsyncSession, scope: Scope) -> None:
    """Checks that the scope still holds.

    Raises:
        Revoked: The session ended, the token was revoked, or the user left the account or was disabled.
    """
    if scope not in await valid_scopes(await session.connection(), [scope.grant_id]):
        raise Revoked


async def valid_scopes(connection: AsyncConnection, grant_ids: Collection[str]) -> set[Scope]:
    """The scopes that these grants still prove."""
    rows = await connection.execute(_VALID_SCOPES, {"grant_ids": list(grant_ids)})
    return {Scope(user_id=row.user_id, account_id=row.account_id, grant_id=row.id) for row in rows}


def _valid_scopes() -> Select[Any, Any, Any]:
    """Selects `id`, `user_id` and `account_id` of valid grants."""
    grant_ids = bindparam("grant_ids", type_=String, expanding=True)
    sessions = select(col(Session.id), col(Session.user_id), literal(ANY).label("account_id")).where(
        col(Session.id).in_(grant_ids), is_lasting()
    )
    tokens = select(col(ApiToken.id), col(ApiToken.user_id), col(ApiToken.account_id)).where(
        col(ApiToken.id).in_(grant_ids)
    )
    grants = union_all(sessions, tokens).subquery("grants")
    belongs = and_(
        col(Membership.user_id) == grants.c.user_id,
        or_(grants.c.account_id == ANY, col(Membership.account_id) == grants.c.account_id),
    )
    return (
        select(grants.c.id, grants.c.user_id, col(Membership.account_id))
        .join(Membership, belongs)
        .join(User, col(User.id) == grants.c.user_id)
        .where(is_enabled())
    )


_VALID_SCOPES = _valid_scopes()
"""Built once, because every use case runs it: building it takes longer than executing it."""
