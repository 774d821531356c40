"""What proves a scope for as long as it lasts: a session, or an API token. Both have random ids that never meet."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, and_, literal, or_, select, union_all
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models.api_token import ApiToken
from chat_stream.models.membership import Membership
from chat_stream.models.scope import Revoked, Scope
from chat_stream.models.session import Session, is_lasting
from chat_stream.models.user import User, is_enabled

ANY = ""
"""A session speaks for its user in each of their accounts, a token in one."""


async def authorize(session: AsyncSession, scope: Scope) -> None:
    """Asks whether the scope still holds.

    Raises:
        Revoked: The session ended, the token was revoked, or the user left the account or was disabled.
    """
    rows = await (await session.connection()).execute(lasting([scope.grant_id]))
    if scope not in {Scope(user_id=row.user_id, account_id=row.account_id, grant_id=row.id) for row in rows}:
        raise Revoked


def lasting(grant_ids: Collection[str]) -> Select[Any, Any, Any]:
    """Asks in which accounts these grants still hold: rows of `id`, `user_id` and `account_id`."""
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
