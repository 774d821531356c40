"""The use cases of an installation's administrators: users and the audit log."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.accounts.profile import delete_user
from chat_stream.accounts.rejected import Rejected
from chat_stream.accounts.secret import hash_of, new_secret
from chat_stream.database import Database
from chat_stream.models import (
    Account,
    AuditEntry,
    Event,
    NotFound,
    PasswordReset,
    Scope,
    Session,
    User,
    read_for,
    write_for,
)
from chat_stream.models.record import now
from chat_stream.texts import Text

PAGE = 50
"""The number of users, or of log entries, that are shown at once."""

LAST = Text("refused-last-administrator")


@dataclass(frozen=True, slots=True)
class Happened:
    """An entry of the audit log with current names. Deleted users have none."""

    id: int
    at: datetime
    event: str
    actor: str
    subject: str
    team: str
    detail: str


class Administration:
    """The use cases. Nobody but administrators learns that they exist."""

    def __init__(self, database: Database, public_url: str) -> None:
        self._database = database
        self._public_url = public_url

    async def users(self, scope: Scope, offset: int = 0) -> Sequence[User]:
        """A page of all users, in the order of signing up, and one more user if there is a next page.

        Raises:
            NotFound: The asker is no administrator.
        """
        async with read_for(self._database, scope) as session:
            await check_administrator(session, scope)
            return await User.page(session, max(0, offset), PAGE + 1)

    async def disable(self, scope: Scope, user_id: str) -> None:
        """Ends a user's sessions immediately, and makes their tokens invalid until they are enabled again.

        Raises:
            NotFound: The asker is no administrator, or there is no such user.
            Rejected: Nobody could administer the installation any more.
        """
        async with self._acting(scope, Event.USER_DISABLED, user_id) as (session, user):
            user.disabled_at = now()
            session.add(user)
            await session.flush()
            await _check_administrators(session)
            await Session.end_all(session, user.id)
            await PasswordReset.end_all(session, user.id)

    async def enable(self, scope: Scope, user_id: str) -> None:
        """Lets a user sign in again.

        Raises:
            NotFound: The asker is no administrator, or there is no such user.
        """
        async with self._acting(scope, Event.USER_ENABLED, user_id) as (session, user):
            user.disabled_at = None
            session.add(user)

    async def make_administrator(self, scope: Scope, user_id: str, *, is_administrator: bool) -> None:
        """Gives a user administrator rights, or removes them.

        Raises:
            NotFound: The asker is no administrator, or there is no such user.
            Rejected: Nobody could administer the installation any more.
        """
        event = Event.ADMINISTRATOR_MADE if is_administrator else Event.ADMINISTRATOR_UNMADE
        async with self._acting(scope, event, user_id) as (session, user):
            user.is_administrator = is_administrator
            session.add(user)
            await session.flush()
            await _check_administrators(session)

    async def delete(self, scope: Scope, user_id: str) -> None:
        """Deletes a user and everything that belongs to them alone.

        Raises:
            NotFound: The asker is no administrator, or there is no such user.
            Rejected: A team would lose its last owner, or the installation its last administrator.
        """
        async with self._acting(scope, Event.USER_DELETED, user_id) as (session, user):
            await delete_user(session, user.id)

    async def reset_password(self, scope: Scope, user_id: str) -> str:
        """The address at which this user can choose a new password, once and within a day.

        Raises:
            NotFound: The asker is no administrator, or there is no such user.
        """
        token = new_secret()
        async with self._acting(scope, Event.PASSWORD_RESET_MADE, user_id) as (session, user):
            session.add(PasswordReset(token_hash=hash_of(token), user_id=user.id))
        return f"{self._public_url}/reset/{token}"

    async def trail(self, scope: Scope, before: int | None = None) -> list[Happened]:
        """A page of the audit log, the newest first, and one more entry if there is a next page.

        Raises:
            NotFound: The asker is no administrator.
        """
        async with read_for(self._database, scope) as session:
            await check_administrator(session, scope)
            entries = await AuditEntry.page(session, before, PAGE + 1)
            names = await User.names(session, {id for entry in entries for id in (entry.actor_id, entry.subject_id)})
            teams = await Account.names(session, {entry.account_id for entry in entries})
        return [
            Happened(
                id=entry.id or 0,
                at=entry.at,
                event=entry.event,
                actor=_name(names, entry.actor_id),
                subject=_name(names, entry.subject_id),
                team=_name(teams, entry.account_id),
                detail=entry.detail,
            )
            for entry in entries
        ]

    @asynccontextmanager
    async def _acting(self, scope: Scope, event: Event, user_id: str) -> AsyncGenerator[tuple[AsyncSession, User]]:
        """A transaction in which an administrator acts on a user, with an entry in the audit log."""
        async with write_for(self._database, scope) as session:
            await check_administrator(session, scope)
            user = await session.get(User, user_id)
            if user is None:
                raise NotFound
            AuditEntry.record(session, event, actor_id=scope.user_id, subject_id=user_id)
            yield session, user


async def check_administrator(session: AsyncSession, scope: Scope) -> None:
    """Checks that the asker is an administrator. `read_for` or `write_for` has checked the scope.

    Raises:
        NotFound: They don't.
    """
    if not (await session.get_one(User, scope.user_id)).is_administrator:
        raise NotFound


async def _check_administrators(session: AsyncSession) -> None:
    if not await User.count_administrators(session):
        raise Rejected("", LAST)


def _name(names: dict[str, str], id: str) -> str:
    return names.get(id, "somebody who was deleted") if id else ""
