"""Sessions: opened by signing in, and ended by signing out, by time, or with the user."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.accounts.secret import hash_of, new_secret
from chat_stream.database import Batch, Database
from chat_stream.models import Membership, Scope, Session, write_for
from chat_stream.models.record import now
from chat_stream.models.session import USE_GRAIN, Asked, Proof, Used


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """How long a session lasts without use, and at most."""

    idle: timedelta = timedelta(days=14)
    absolute: timedelta = timedelta(days=30)


class Sessions:
    """Opens sessions and finds their scopes. A token is 256 random bits; the database has only its hash."""

    def __init__(self, database: Database, lifetimes: Lifetimes) -> None:
        self._database = database
        self.lifetimes = lifetimes
        self._proofs = Batch(self._read_proofs)
        self._scopes = Batch(self._read_scopes)
        self._recording: set[str] = set()

    async def open(self, session: AsyncSession, user_id: str, device: str) -> str:
        """Opens a session in the transaction that signs somebody in, and returns its token."""
        token = new_secret()
        account_id = await Membership.personal_account(session, user_id)
        session.add(
            Session(
                token_hash=hash_of(token),
                user_id=user_id,
                account_id=account_id,
                device=device,
                idle_until=now() + self.lifetimes.idle,
                expires_at=now() + self.lifetimes.absolute,
            )
        )
        return token

    async def of_token(self, token: str) -> Proof | None:
        """The session that this token proves, if it is still valid."""
        return await self._proofs.ask(hash_of(token))

    async def scope(self, session_id: str, **meant: str) -> Scope | None:
        """The scope of this session. Records the use. See `Asked`."""
        used = await self._scopes.ask(Asked(session_id, **meant))
        if used is None:
            return None
        if used.last_seen_at < now() - self._grain:
            await self._record_use(session_id)
        return used.scope

    async def _record_use(self, session_id: str) -> None:
        """Records a use once, for all requests that ask at the same time."""
        if session_id in self._recording:
            return
        self._recording.add(session_id)
        try:
            async with self._database.write() as session:
                await Session.record_use(session, session_id, self.lifetimes.idle)
        finally:
            self._recording.discard(session_id)

    async def _read_proofs(self, token_hashes: Collection[str]) -> Mapping[str, Proof]:
        async with self._database.read_rows() as connection:
            return await Session.of_tokens(connection, token_hashes)

    async def _read_scopes(self, asked: Collection[Asked]) -> Mapping[Asked, Used]:
        async with self._database.read_rows() as connection:
            return await Session.scopes(connection, asked)

    async def remember(self, scope: Scope) -> None:
        """Remembers the current account for the next tab.

        Raises:
            NotFound: The scope doesn't hold any more.
        """
        async with write_for(self._database, scope) as session:
            await Session.remember(session, scope)

    @property
    def _grain(self) -> timedelta:
        return min(USE_GRAIN, self.lifetimes.idle / 4)
