"""The use cases of a person's own user: name, password, sessions, and deleting the account."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.accounts.fields import checked_name, checked_password
from chat_stream.accounts.passwords import Passwords
from chat_stream.accounts.rejected import Rejected
from chat_stream.database import Database, SingleFlight
from chat_stream.models import (
    Account,
    AccountKind,
    AuditEntry,
    Event,
    Membership,
    Role,
    Scope,
    Session,
    User,
    read_for,
    write_for,
)
from chat_stream.texts import LANGUAGES, Text

WRONG = Text("refused-wrong-password")


@dataclass(frozen=True, slots=True)
class MyAccount:
    """An account that somebody belongs to, with their role."""

    id: str
    name: str
    kind: AccountKind
    role: Role


class Profile:
    """The use cases."""

    def __init__(self, database: Database, passwords: Passwords) -> None:
        self._database = database
        self._passwords = passwords
        self._who = SingleFlight(self._read_who)

    async def who(self, scope: Scope) -> tuple[User, list[MyAccount]]:
        """The signed-in user, and the accounts that they belong to, the personal one first."""
        return await self._who.read(scope.user_id)

    async def _read_who(self, user_id: str) -> tuple[User, list[MyAccount]]:
        async with self._database.read() as session:
            user = await session.get_one(User, user_id)
            mine = await Membership.of_user(session, user_id)
        return user, [MyAccount(at.id, at.name, AccountKind(at.kind), Role(is_.role)) for is_, at in mine]

    async def rename(self, scope: Scope, name: str) -> None:
        """Changes the name that others see.

        Raises:
            NotFound: The scope doesn't hold any more.
            Rejected: The name can't be taken.
        """
        name = checked_name(name)
        async with write_for(self._database, scope) as session:
            user = await session.get_one(User, scope.user_id)
            account = await session.get_one(Account, await Membership.personal_account(session, user.id))
            user.name = account.name = name
            session.add_all([user, account])

    async def choose_language(self, scope: Scope, language: str) -> None:
        """Sets the language of the app for this person. An empty or unknown one stands for the browser's language.

        Raises:
            NotFound: The scope doesn't hold any more.
        """
        async with write_for(self._database, scope) as session:
            user = await session.get_one(User, scope.user_id)
            user.language = language if language in LANGUAGES else ""
            session.add(user)

    async def prefer_model(self, scope: Scope, model: str) -> None:
        """Sets the model that new chats begin with, in every browser of this person.

        Raises:
            NotFound: The scope doesn't hold any more.
        """
        async with write_for(self._database, scope) as session:
            user = await session.get_one(User, scope.user_id)
            user.preferred_model = model
            session.add(user)

    async def change_password(self, scope: Scope, *, old: str, new: str) -> None:
        """Sets a new password, and ends all other sessions. Somebody who never had a password, because of OpenID, needs
        no old one.

        Raises:
            NotFound: The scope doesn't hold any more.
            Rejected: The old password is wrong, or the new one can't be taken.
        """
        checked_password(new, "new")
        await self._check_password(scope, old, "old")
        password_hash = await self._passwords.hash(new)
        async with write_for(self._database, scope) as session:
            user = await session.get_one(User, scope.user_id)
            user.password_hash = password_hash
            session.add(user)
            await Session.end_all(session, scope.user_id, but=scope.grant_id)
            AuditEntry.record(session, Event.PASSWORD_CHANGED, actor_id=scope.user_id)

    async def sessions(self, scope: Scope) -> Sequence[Session]:
        """This person's sessions.

        Raises:
            NotFound: The scope doesn't hold any more.
        """
        async with read_for(self._database, scope) as session:
            return await Session.of_user(session, scope.user_id)

    async def end_session(self, scope: Scope, session_id: str) -> None:
        """Signs out one of this person's browsers.

        Raises:
            NotFound: The scope doesn't hold any more, or there is no such session of theirs.
        """
        async with write_for(self._database, scope) as session:
            await Session.end(session, scope.user_id, session_id)
            AuditEntry.record(session, Event.SIGNED_OUT, actor_id=scope.user_id)

    async def sign_out_everywhere(self, scope: Scope) -> None:
        """Ends all sessions of this person, including this one.

        Raises:
            NotFound: The scope doesn't hold any more.
        """
        async with write_for(self._database, scope) as session:
            await Session.end_all(session, scope.user_id)
            AuditEntry.record(session, Event.SIGNED_OUT_EVERYWHERE, actor_id=scope.user_id)

    async def delete(self, scope: Scope, password: str) -> None:
        """Deletes this person and everything that belongs to them alone. What they wrote in teams stays, without their
        name.

        Raises:
            NotFound: The scope doesn't hold any more.
            Rejected: The password is wrong, a team would lose its last owner, or the installation its administrator.
        """
        await self._check_password(scope, password, "password")
        async with write_for(self._database, scope) as session:
            await delete_user(session, scope.user_id)
            AuditEntry.record(session, Event.USER_DELETED, actor_id=scope.user_id)

    async def _check_password(self, scope: Scope, password: str, field: str) -> None:
        async with read_for(self._database, scope) as session:
            user = await session.get_one(User, scope.user_id)
        if user.password_hash and not await self._passwords.is_right(user.password_hash, password):
            raise Rejected(field, WRONG)


async def delete_user(session: AsyncSession, user_id: str) -> None:
    """Deletes a user with their personal account: chats, messages, answers, tokens, sessions, memberships.

    Raises:
        Rejected: A team would lose its last owner, or the installation its last administrator.
    """
    user = await session.get_one(User, user_id)
    for membership, account in await Membership.of_user(session, user_id):
        await Account.lock(session, account.id)
        is_owner = account.kind == AccountKind.TEAM and membership.role == Role.OWNER
        if is_owner and await Membership.count_owners(session, account.id) == 1:
            raise Rejected("", Text("refused-owned-team", team=account.name))
    if user.is_administrator and not user.is_disabled and await User.count_administrators(session) == 1:
        others = await User.page(session, 0, 2)
        if len(others) > 1:
            raise Rejected("", Text("refused-lose-administrator"))
    await Account.delete(session, await Membership.personal_account(session, user_id))
    await User.delete(session, user_id)
