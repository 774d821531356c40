"""The use cases of teams: create, change roles, leave, delete.

Invariant: a team never loses its last owner. Whatever could remove one locks the account's row first, so that two
owners who leave at the same moment take turns.
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy import delete
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.accounts.fields import checked_name
from chat_stream.accounts.rejected import Rejected
from chat_stream.database import Database
from chat_stream.models import (
    Account,
    AccountKind,
    Act,
    ApiToken,
    AuditEntry,
    Event,
    Membership,
    Role,
    Scope,
    Session,
    read_for,
    write_for,
)
from chat_stream.models.permission import check
from chat_stream.texts import Text

LAST_OWNER = Text("refused-last-owner")


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a team."""

    user_id: str
    name: str
    email: str
    role: Role


@dataclass(frozen=True, slots=True)
class Team:
    """A team as one of its members sees it. `role` is that member's."""

    id: str
    name: str
    role: Role
    members: list[Member]


class Teams:
    """The use cases, for the team that the scope acts in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def create(self, scope: Scope, name: str) -> str:
        """Creates a team that this person owns, and returns its id.

        Raises:
            NotFound: The scope doesn't hold any more.
            Rejected: The name can't be taken.
        """
        name = checked_name(name, "refused-team-name")
        async with write_for(self._database, scope) as session:
            team = Account(name=name, kind=AccountKind.TEAM)
            session.add(team)
            await session.flush()
            session.add(Membership(account_id=team.id, user_id=scope.user_id, role=Role.OWNER))
            AuditEntry.record(session, Event.TEAM_CREATED, actor_id=scope.user_id, account_id=team.id)
        return team.id

    async def find(self, scope: Scope) -> Team:
        """The team with its members.

        Raises:
            NotFound: There is no such team for this scope.
            NotAllowed: The role doesn't allow it.
        """
        async with read_for(self._database, scope) as session:
            role = await permit(session, scope, Act.SEE_MEMBERS)
            team = await session.get_one(Account, scope.account_id)
            members = await Membership.of_account(session, scope.account_id)
        return Team(
            team.id, team.name, role, [Member(user.id, user.name, user.email, Role(is_.role)) for is_, user in members]
        )

    async def rename(self, scope: Scope, name: str) -> None:
        """Gives the team another name.

        Raises:
            NotFound, NotAllowed, Rejected: It can't, and nothing was changed.
        """
        name = checked_name(name, "refused-team-name")
        async with self._changing(scope, Act.RENAME, Event.TEAM_RENAMED) as session:
            team = await session.get_one(Account, scope.account_id)
            team.name = name
            session.add(team)

    async def change_role(self, scope: Scope, user_id: str, role: Role) -> None:
        """Changes a member's role.

        Raises:
            NotFound: There is no such member.
            NotAllowed: The asker's role doesn't give the new role, or doesn't take the present one.
            Rejected: The team would lose its last owner.
        """
        async with write_for(self._database, scope) as session:
            member = await self._touched(session, scope, Act.CHANGE_ROLE, user_id, role)
            if member.role == role:
                return
            await _check_owners(session, member, loses=role != Role.OWNER)
            detail = f"{Role(member.role).value} → {role.value}"
            member.role = role
            session.add(member)
            _record(session, scope, Event.ROLE_CHANGED, subject_id=user_id, detail=detail)

    async def hand_over(self, scope: Scope, user_id: str) -> None:
        """Makes a member the owner, and the asker an admin.

        Raises:
            NotFound: There is no such member.
            NotAllowed: The asker isn't an owner.
        """
        async with write_for(self._database, scope) as session:
            member = await self._touched(session, scope, Act.HAND_OVER, user_id, Role.OWNER)
            if user_id == scope.user_id:
                return
            former = await Membership.find(session, scope.account_id, scope.user_id)
            member.role, former.role = Role.OWNER, Role.ADMIN
            session.add_all([member, former])
            _record(session, scope, Event.OWNERSHIP_HANDED_OVER, subject_id=user_id)

    async def remove(self, scope: Scope, user_id: str) -> None:
        """Removes a member from the team. What they are reading of it ends immediately.

        Raises:
            NotFound: There is no such member.
            NotAllowed: The asker's role doesn't reach that far.
            Rejected: The team would lose its last owner.
        """
        async with write_for(self._database, scope) as session:
            member = await self._touched(session, scope, Act.REMOVE, user_id)
            await _end(session, member)
            _record(session, scope, Event.REMOVED, subject_id=user_id)

    async def leave(self, scope: Scope) -> None:
        """Removes the asker from the team.

        Raises:
            NotFound: They aren't in it.
            Rejected: The team would lose its last owner.
        """
        async with self._changing(scope, Act.LEAVE, Event.LEFT) as session:
            await _end(session, await Membership.find(session, scope.account_id, scope.user_id))

    async def delete(self, scope: Scope) -> None:
        """Deletes the team with all of its chats, for all members.

        Raises:
            NotFound: There is no such team for this scope.
            NotAllowed: The asker isn't an owner.
        """
        async with self._changing(scope, Act.DELETE, Event.TEAM_DELETED) as session:
            await Session.leave(session, scope.account_id)
            await Membership.end_all(session, scope.account_id)
            await Account.delete(session, scope.account_id)

    @asynccontextmanager
    async def _changing(self, scope: Scope, act: Act, event: Event) -> AsyncGenerator[AsyncSession]:
        """A transaction in which the asker's role allows this action, with an entry in the audit log."""
        async with write_for(self._database, scope) as session:
            await Account.lock(session, scope.account_id)
            await permit(session, scope, act)
            yield session
            _record(session, scope, event)

    async def _touched(self, session: AsyncSession, scope: Scope, act: Act, user_id: str, *roles: Role) -> Membership:
        """The member whom an action is about, if the asker may take their role and give the new one."""
        await Account.lock(session, scope.account_id)
        await permit(session, scope, act)
        member = await Membership.find(session, scope.account_id, user_id)
        await permit(session, scope, act, Role(member.role), *roles)
        return member


async def permit(session: AsyncSession, scope: Scope, act: Act, *touched: Role) -> Role:
    """Checks that the asker's role in this team allows the action. `read_for` or `write_for` has checked the scope.

    Raises:
        NotFound: There is no such team for this scope.
        NotAllowed: The role doesn't allow it, or doesn't reach one of the roles that are touched.
    """
    role = Role((await Membership.find(session, scope.account_id, scope.user_id)).role)
    check(role, act, *touched)
    return role


async def _end(session: AsyncSession, member: Membership) -> None:
    await _check_owners(session, member, loses=True)
    theirs = (col(ApiToken.user_id) == member.user_id, col(ApiToken.account_id) == member.account_id)
    await session.exec(delete(ApiToken).where(*theirs))
    await Membership.end(session, member.account_id, member.user_id)


async def _check_owners(session: AsyncSession, member: Membership, *, loses: bool) -> None:
    if loses and member.role == Role.OWNER and await Membership.count_owners(session, member.account_id) == 1:
        raise Rejected("", LAST_OWNER)


def _record(session: AsyncSession, scope: Scope, event: Event, **about: str) -> None:
    AuditEntry.record(session, event, actor_id=scope.user_id, account_id=scope.account_id, **about)
