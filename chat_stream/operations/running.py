"""The running generations of all workers, which an administrator can list and stop. Their text is never shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.chats.stops import Stops
from chat_stream.database import Database
from chat_stream.models import Account, Attempt, NotFound, Scope, User, followed_by, read_for
from chat_stream.models.attempt import LIVE
from chat_stream.streaming.follow.authors import DELETED
from chat_stream.streaming.journal.commit import ATTEMPTS, CHATS, MESSAGES, table_of

ACCOUNTS, USERS = table_of(Account), table_of(User)


@dataclass(frozen=True, slots=True)
class RunningGeneration:
    """`user` asked for it, or is `DELETED`. `characters` counts what it has written so far, thoughts included."""

    attempt_id: str
    user: str
    account: str
    model: str
    since: datetime
    characters: int


class Generations:
    """The use cases of administrators."""

    def __init__(self, database: Database, stops: Stops) -> None:
        self._database = database
        self._stops = stops

    async def is_open_to(self, scope: Scope) -> bool:
        """Whether this person is an administrator."""
        async with self._database.read() as session:
            return await User.administers(session, scope.user_id)

    async def running(self, scope: Scope) -> Sequence[RunningGeneration]:
        """All running generations, the oldest first.

        Raises:
            NotFound: This person is no administrator.
        """
        async with read_for(self._database, scope) as session:
            await _check_administrator(session, scope)
            rows = (await (await session.connection()).execute(_running())).all()
        return [RunningGeneration(*row) for row in rows]

    async def stop(self, scope: Scope, attempt_id: str) -> None:
        """Ends a generation. Its text so far stays. Does nothing if it has ended already.

        Raises:
            NotFound: This person is no administrator.
        """
        async with read_for(self._database, scope) as session:
            await _check_administrator(session, scope)
            attempt = await session.get(Attempt, attempt_id)
        if attempt and attempt.is_live:
            await self._stops.end(attempt.id, attempt.chat_id)


async def _check_administrator(session: AsyncSession, scope: Scope) -> None:
    if not await User.administers(session, scope.user_id):
        raise NotFound


def _running() -> Any:
    asked = MESSAGES.alias("asked")
    return (
        select(
            ATTEMPTS.c.id.label("attempt_id"),
            func.coalesce(USERS.c.name, DELETED).label("user"),
            ACCOUNTS.c.name.label("account"),
            ATTEMPTS.c.model,
            ATTEMPTS.c.created_at.label("since"),
            (ATTEMPTS.c.content_end + ATTEMPTS.c.reasoning_end).label("characters"),
        )
        .join(MESSAGES, MESSAGES.c.id == ATTEMPTS.c.message_id)
        .join(CHATS, CHATS.c.id == ATTEMPTS.c.chat_id)
        .join(ACCOUNTS, ACCOUNTS.c.id == CHATS.c.account_id)
        .outerjoin(asked, asked.c.id == followed_by(MESSAGES.c))
        .outerjoin(USERS, USERS.c.id == asked.c.author_id)
        .where(ATTEMPTS.c.status.in_(LIVE))
        .order_by(ATTEMPTS.c.created_at)
    )
