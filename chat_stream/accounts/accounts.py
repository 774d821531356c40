"""The use cases of signing up, in and out."""

from contextlib import suppress
from dataclasses import replace

from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.accounts.fields import checked_email, checked_name, checked_password, normalized_email
from chat_stream.accounts.passwords import Passwords
from chat_stream.accounts.rejected import Rejected
from chat_stream.accounts.secret import hash_of
from chat_stream.accounts.sessions import Lifetimes, Sessions
from chat_stream.database import Database
from chat_stream.models import (
    Account,
    AuditEntry,
    Event,
    Installation,
    Invitation,
    Membership,
    NotFound,
    PasswordReset,
    Scope,
    Session,
    User,
)
from chat_stream.texts import Text

TAKEN = Text("refused-taken")
CLOSED = Text("refused-closed")
DISABLED = Text("refused-disabled")


class Accounts:
    """The use cases."""

    def __init__(self, database: Database, lifetimes: Lifetimes = Lifetimes()) -> None:
        self._database = database
        self.passwords = Passwords()
        self.sessions = Sessions(database, lifetimes)

    async def sign_up(self, *, name: str, email: str, password: str, invitation: str = "", device: str = "") -> str:
        """Creates a user with a personal account. The first user becomes the installation's administrator.

        Args:
            invitation: The token of an invitation, which opens a closed installation. It isn't used up.

        Returns:
            The token of their first session.

        Raises:
            Rejected: A field can't be taken as it is, or nobody can sign up.
        """
        name, email = checked_name(name), checked_email(email)
        password_hash = await self.passwords.hash(checked_password(password))
        try:
            async with self._database.write() as session:
                await _check_is_open(session, invitation)
                user = await make_user(session, User(name=name, email=email, password_hash=password_hash))
                return await self.sessions.open(session, user.id, device)
        except IntegrityError:
            raise Rejected("email", TAKEN) from None

    async def sign_in(self, *, email: str, password: str, device: str = "") -> str:
        """Opens a session.

        Returns:
            Its token.

        Raises:
            Rejected: Address and password don't belong together, or the user is disabled.
        """
        async with self._database.read() as session:
            user = await User.with_email(session, normalized_email(email))
        # An unknown address takes as long as a known one, so that nobody can tell them apart.
        is_right = await self.passwords.is_right(user.password_hash if user else "", password)
        if user is None or not is_right or user.is_disabled:
            await self._record_failure(user)
            if user and is_right:
                raise Rejected("email", DISABLED)
            raise Rejected("password", Text("refused-pair"))
        async with self._database.write() as session:
            AuditEntry.record(session, Event.SIGNED_IN, actor_id=user.id)
            return await self.sessions.open(session, user.id, device)

    async def sign_out(self, token: str) -> None:
        """Ends the session of this token, if there is one."""
        async with self._database.write() as session:
            proofs = await Session.of_tokens(await session.connection(), [hash_of(token)])
            if (proof := proofs.get(hash_of(token))) is None:
                return
            with suppress(NotFound):  # another tab was faster
                await Session.end(session, proof.user_id, proof.session_id)
                AuditEntry.record(session, Event.SIGNED_OUT, actor_id=proof.user_id)

    async def choose_password(self, *, token: str, password: str) -> None:
        """Sets a new password through a reset link, and ends all sessions.

        Raises:
            Rejected: The link can't be used any more, or the password can't be taken.
        """
        password_hash = await self.passwords.hash(checked_password(password))
        async with self._database.write() as session:
            user_id = await PasswordReset.take(session, hash_of(token))
            user = await session.get(User, user_id) if user_id else None
            if user is None:
                raise Rejected("", Text("refused-old-link"))
            user.password_hash = password_hash
            session.add(user)
            await PasswordReset.end_all(session, user.id)
            await Session.end_all(session, user.id)
            AuditEntry.record(session, Event.PASSWORD_RESET, actor_id=user.id)

    async def session_id(self, token: str) -> str | None:
        """The id of the session that this token proves, if it is still valid."""
        proof = await self.sessions.of_token(token)
        return proof.session_id if proof else None

    async def scope(self, session_id: str, **meant: str) -> Scope | None:
        """The scope of this session. See `Asked`."""
        return await self.sessions.scope(session_id, **meant)

    async def at_home(self, scope: Scope) -> Scope:
        """The scope of the same person in their personal account."""
        async with self._database.read() as session:
            return replace(scope, account_id=await Membership.personal_account(session, scope.user_id))

    async def has_users(self) -> bool:
        async with self._database.read() as session:
            return await User.any_exists(session)

    async def _record_failure(self, user: User | None) -> None:
        async with self._database.write() as session:
            AuditEntry.record(session, Event.SIGN_IN_FAILED, subject_id=user.id if user else "")


async def make_user(session: AsyncSession, user: User) -> User:
    """Adds a user with their personal account."""
    user.is_administrator = not await User.any_exists(session)
    account = Account(name=user.name)
    session.add_all([user, account])
    await session.flush()
    session.add(Membership(account_id=account.id, user_id=user.id))
    await session.flush()
    AuditEntry.record(session, Event.SIGNED_UP, actor_id=user.id)
    return user


async def _check_is_open(session: AsyncSession, invitation: str) -> None:
    if (await Installation.load(session)).is_sign_up_open or not await User.any_exists(session):
        return
    try:
        await Invitation.with_hash(session, hash_of(invitation))
    except NotFound:
        raise Rejected("", CLOSED) from None
