"""Signing in through an OpenID provider."""

from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.accounts.accounts import CLOSED, DISABLED, make_user
from chat_stream.accounts.fields import checked_email, checked_name
from chat_stream.accounts.provider import Pending, Person, Provider, ProviderFailed
from chat_stream.accounts.rejected import Rejected
from chat_stream.accounts.sessions import Sessions
from chat_stream.database import Database
from chat_stream.models import ApiToken, AuditEntry, Event, Identity, Installation, Session, User
from chat_stream.texts import Text

FAILED = Text("refused-openid")
UNVERIFIED = Text("refused-unverified")


class OpenId:
    """Links the provider's users to ours: by the provider's permanent id, and the first time by verified email
    address."""

    def __init__(self, database: Database, sessions: Sessions, provider: Provider) -> None:
        self._database = database
        self._sessions = sessions
        self._provider = provider

    @property
    def is_there(self) -> bool:
        return bool(self._provider.issuer)

    async def begin(self, pending: Pending) -> str:
        """The provider's address for the browser.

        Raises:
            Rejected: There is no provider, or it can't be reached.
        """
        try:
            if self.is_there:
                return await self._provider.address(pending)
        except ProviderFailed:
            pass
        raise Rejected("failed", FAILED)

    async def finish(self, code: str, pending: Pending, device: str) -> str:
        """Opens a session for the user whom the provider sent back, and returns its token.

        Raises:
            Rejected: The provider doesn't confirm it, the address isn't verified, nobody can sign up, or the user is
                disabled.
        """
        try:
            person = await self._provider.person(code, pending)
        except ProviderFailed:
            raise Rejected("failed", FAILED) from None
        async with self._database.write() as session:
            user = await self._known(session, person) or await self._join(session, person)
            if user.is_disabled:
                raise Rejected("disabled", DISABLED)
            AuditEntry.record(session, Event.SIGNED_IN, actor_id=user.id, detail="OpenID")
            return await self._sessions.open(session, user.id, device)

    async def _known(self, session: AsyncSession, person: Person) -> User | None:
        user_id = await Identity.user_id_of(session, self._provider.issuer, person.subject)
        return await session.get_one(User, user_id) if user_id else None

    async def _join(self, session: AsyncSession, person: Person) -> User:
        if not person.is_email_verified:
            raise Rejected("unverified", UNVERIFIED)
        email = checked_email(person.email)
        user = await User.with_email(session, email)
        if user is None:
            user = await _new_user(session, email, person.name)
        else:
            await _take_over(session, user)
        session.add(Identity(user_id=user.id, issuer=self._provider.issuer, subject=person.subject))
        return user


async def _new_user(session: AsyncSession, email: str, name: str) -> User:
    if not (await Installation.load(session)).is_sign_up_open and await User.any_exists(session):
        raise Rejected("closed", CLOSED)
    name = checked_name(name[:200].strip() or email.partition("@")[0])
    user = User(name=name, email=email, password_hash="")  # nosec B106  # there is none
    return await make_user(session, user)


async def _take_over(session: AsyncSession, user: User) -> None:
    """Ends the password, sessions and tokens that the user had before. At sign-up nobody proved that the address was
    theirs, and whoever used it without right must not stay signed in next to its owner."""
    user.password_hash = ""  # nosec B105  # there is none any more
    session.add(user)
    await Session.end_all(session, user.id)
    await ApiToken.revoke_all(session, user.id)
