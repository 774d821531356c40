"""The use cases of signing up, in and out."""

import asyncio
import re
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.accounts.secret import hash_of, new_secret
from chat_stream.database import Database
from chat_stream.models import Account, Membership, Scope, Session, User

SHORTEST_PASSWORD = 8
LONGEST_FIELD = 200

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


class Rejected(Exception):
    """What was entered can't be taken; `field` names the field, `sentence` says why and what to do."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
        self.sentence = sentence


class Accounts:
    """Who people are. A session's token is 256 random bits; the database has only its hash."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._hasher = PasswordHasher()
        self._decoy = self._hasher.hash(secrets.token_hex(16))

    async def sign_up(self, *, name: str, email: str, password: str) -> str:
        """Makes a user with a personal account.

        Returns:
            The token of their first session.

        Raises:
            Rejected: A field can't be taken as it is.
        """
        name, email = _checked_name(name), _checked_email(email)
        password_hash = await asyncio.to_thread(self._hasher.hash, _checked_password(password))
        try:
            async with self._database.write() as session:
                user = User(name=name, email=email, password_hash=password_hash)
                account = Account(name=name)
                session.add_all([user, account])
                await session.flush()
                session.add(Membership(account_id=account.id, user_id=user.id))
                return await self._open_session(session, user.id, account.id)
        except IntegrityError:
            raise Rejected("email", "There is an account with this address already. Sign in instead.") from None

    async def sign_in(self, *, email: str, password: str) -> str:
        """Opens a session.

        Returns:
            Its token.

        Raises:
            Rejected: Address and password don't belong together.
        """
        async with self._database.read() as session:
            user = await User.with_email(session, _normalized(email))
        # An unknown address costs the same time as a known one, so that nobody can tell them apart.
        is_right = await asyncio.to_thread(self._verify, user.password_hash if user else self._decoy, password)
        if user is None or not is_right:
            raise Rejected("password", "This address and password don't belong together. Check both and try again.")
        async with self._database.write() as session:
            account_id = await Membership.first_account(session, user.id)
            return await self._open_session(session, user.id, account_id)

    async def sign_out(self, token: str) -> None:
        """Ends the session of this token, if there is one."""
        async with self._database.write() as session:
            if session_id := await Session.id_of_token(session, hash_of(token)):
                await Session.end(session, session_id)

    async def session_id(self, token: str) -> str | None:
        """The session that this token proves, while it lasts."""
        async with self._database.read() as session:
            return await Session.id_of_token(session, hash_of(token))

    async def scope(self, session_id: str) -> Scope | None:
        """Who this session speaks for."""
        async with self._database.read() as session:
            return await Session.scope(session, session_id)

    async def user(self, scope: Scope) -> User:
        """The signed-in user."""
        async with self._database.read() as session:
            return await session.get_one(User, scope.user_id)

    async def has_users(self) -> bool:
        async with self._database.read() as session:
            return await User.any_exists(session)

    def _verify(self, password_hash: str, password: str) -> bool:
        try:
            return self._hasher.verify(password_hash, password)
        except (VerificationError, InvalidHashError, UnicodeEncodeError):
            return False

    async def _open_session(self, session: AsyncSession, user_id: str, account_id: str) -> str:
        token = new_secret()
        session.add(Session(token_hash=hash_of(token), user_id=user_id, account_id=account_id))
        return token


def _normalized(email: str) -> str:
    return email.strip().lower().encode("utf-8", "replace").decode()


def _checked_name(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_FIELD or _UNSTORABLE.search(name):
        raise Rejected("name", "Enter the name that others should see, up to 200 characters.")
    return name


def _checked_email(email: str) -> str:
    email = _normalized(email)
    if len(email) > LONGEST_FIELD or "\0" in email or not _ADDRESS.fullmatch(email):
        raise Rejected("email", "Enter an address such as ada@example.com.")
    return email


def _checked_password(password: str) -> str:
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_FIELD or _UNSTORABLE.search(password):
        raise Rejected("password", "Choose a password with at least 8 characters.")
    return password
