"""The use cases of API tokens: make, list, revoke, and find the scope of one."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.accounts.fields import checked_name
from chat_stream.accounts.rejected import Rejected
from chat_stream.accounts.secret import hash_of, new_secret
from chat_stream.database import Database
from chat_stream.models import ApiToken, AuditEntry, Event, Scope, read_for, write_for
from chat_stream.texts import Text

PREFIX = "chat_stream_"
"""Makes a token recognisable for people and for programs that search for leaked secrets."""
LONGEST_NAME = 80
MOST_TOKENS = 50
"""The most tokens of one person."""


@dataclass(frozen=True, slots=True)
class NewToken:
    """A new token. `secret` can't be read again later."""

    id: str
    secret: str


class ApiTokens:
    """The use cases. A token is 256 random bits; the database has only its hash."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def create(self, scope: Scope, name: str) -> NewToken:
        """Makes a token that acts for this person in this account until it is revoked.

        Raises:
            NotFound: The scope doesn't hold any more.
            Rejected: The name can't be taken, or there are too many tokens.
        """
        name, secret = checked_name(name, "refused-token-name", LONGEST_NAME), new_secret(PREFIX)
        async with write_for(self._database, scope) as session:
            if await ApiToken.count_of_user(session, scope.user_id) >= MOST_TOKENS:
                raise Rejected("name", Text("refused-tokens", most=MOST_TOKENS))
            token = ApiToken(token_hash=hash_of(secret), user_id=scope.user_id, account_id=scope.account_id, name=name)
            session.add(token)
            _record(session, Event.TOKEN_MADE, scope)
        return NewToken(token.id, secret)

    async def list(self, scope: Scope) -> Sequence[ApiToken]:
        """This person's tokens, newest first.

        Raises:
            NotFound: The scope doesn't hold any more.
        """
        async with read_for(self._database, scope) as session:
            return await ApiToken.of_user(session, scope.user_id)

    async def revoke(self, scope: Scope, token_id: str) -> None:
        """Revokes a token, and ends the reads that use it.

        Raises:
            NotFound: The scope doesn't hold any more, or there is no such token for it.
        """
        async with write_for(self._database, scope) as session:
            await ApiToken.revoke(session, scope.user_id, token_id)
            _record(session, Event.TOKEN_REVOKED, scope)

    async def scope(self, secret: str) -> Scope | None:
        """The scope of this token, if it isn't revoked. Records the use."""
        async with self._database.read() as session:
            token = await ApiToken.with_hash(session, hash_of(secret))
        if token is None:
            return None
        if not token.is_use_known:
            async with self._database.write() as session:
                await ApiToken.record_use(session, token.id)
        return token.scope()


def _record(session: AsyncSession, event: Event, scope: Scope) -> None:
    AuditEntry.record(session, event, actor_id=scope.user_id, account_id=scope.account_id)
