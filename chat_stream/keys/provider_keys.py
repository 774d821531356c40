"""The use cases of provider keys: store, list, remove, and find the one for a call."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream import llm
from chat_stream.database import Database, SingleFlight
from chat_stream.keys.vault import Vault
from chat_stream.models import Act, AuditEntry, Event, Membership, ProviderKey, Role, Scope, read_for, write_for
from chat_stream.models.permission import check
from chat_stream.texts import Spoken, Text

SHORTEST, LONGEST = 8, 500
PRINTABLE = re.compile(r"[\x21-\x7e]+")


class BadKey(Spoken):
    """A refused key. The text says why and what to do, and contains nothing of the key."""


@dataclass(frozen=True, slots=True)
class KeyView:
    """A key as people see it."""

    id: str
    provider: str
    address: str
    last_four: str


class ProviderKeys:
    """The use cases.

    Args:
        allows_private: Whether an account's own server may be in a private network.
    """

    def __init__(self, database: Database, vault: Vault, *, allows_private: bool) -> None:
        self._database = database
        self._vault = vault
        self._allows_private = allows_private
        self._model_names = SingleFlight(self._read_model_names)

    async def check(self, scope: Scope, provider: str, secret: str, address: str = "") -> llm.Server:
        """Finds the models that a key makes available, before it is stored. A server of one's own may need no key.

        Raises:
            NotFound: The scope doesn't hold any more.
            NotAllowed: The asker's role doesn't allow it.
            BadKey: It can't be used.
        """
        secret, address = secret.strip(), llm.base_of(address)
        _check(provider, secret, address)
        await self._may_change(scope)
        try:
            return await llm.server_with(provider, self._credentials(secret, address))
        except llm.ProviderError as error:
            needs_key = error.kind is llm.ErrorKind.KEY_REFUSED and not secret
            raise BadKey(Text("refused-needs-key") if needs_key else error.text) from None

    async def store(self, scope: Scope, provider: str, secret: str, address: str = "") -> None:
        """Stores a key for this account. It replaces an earlier one for the same provider.

        Raises:
            NotFound: The scope doesn't hold any more.
            NotAllowed: The asker's role doesn't allow it.
            BadKey: It can't be used; nothing was changed.
        """
        server, secret = await self.check(scope, provider, secret, address), secret.strip()
        async with write_for(self._database, scope) as session:
            await _check_may_change(session, scope)
            if earlier := await ProviderKey.for_provider(session, scope.account_id, provider):
                await ProviderKey.remove(session, scope.account_id, earlier.id)
            _record(session, Event.KEY_STORED, scope, provider)
            encrypted = self._vault.encrypt(secret, _purpose(scope.account_id, provider))
            session.add(
                ProviderKey(
                    account_id=scope.account_id,
                    created_by=scope.user_id,
                    provider=provider,
                    address=server.address,
                    encrypted=encrypted,
                    last_four=secret[-4:],
                    models=server.names,
                )
            )

    async def list(self, scope: Scope) -> Sequence[KeyView]:
        """This account's keys.

        Raises:
            NotFound: The scope doesn't hold any more.
        """
        async with read_for(self._database, scope) as session:
            keys = await ProviderKey.of_account(session, scope.account_id)
        return [KeyView(key.id, llm.provider_label(key.provider), key.address, key.last_four) for key in keys]

    async def remove(self, scope: Scope, key_id: str) -> None:
        """Removes a key. Answers that are being written with it continue.

        Raises:
            NotFound: The scope doesn't hold any more, or there is no such key for it.
            NotAllowed: The asker's role doesn't allow it.
        """
        async with write_for(self._database, scope) as session:
            await _check_may_change(session, scope)
            provider = await ProviderKey.remove(session, scope.account_id, key_id)
            _record(session, Event.KEY_REMOVED, scope, provider)

    async def model_names(self, account_id: str) -> Sequence[str]:
        """The models that this account's keys make available."""
        return await self._model_names.read(account_id)

    async def _read_model_names(self, account_id: str) -> Sequence[str]:
        async with self._database.read() as session:
            keys = await ProviderKey.of_account(session, account_id)
        return [name for key in keys for name in key.models]

    async def credentials(self, account_id: str, model: str) -> llm.Credentials | None:
        """The account's own credentials for this model; None if it has no key for the provider."""
        provider = llm.provider_code(model)
        async with self._database.read() as session:
            key = await ProviderKey.for_provider(session, account_id, provider)
        secret = key and self._vault.decrypt(key.encrypted, _purpose(account_id, provider))
        return None if key is None or secret is None else self._credentials(secret, key.address)

    def _credentials(self, secret: str, address: str) -> llm.Credentials:
        return llm.Credentials(secret, address, must_be_public=not self._allows_private)

    async def _may_change(self, scope: Scope) -> None:
        async with read_for(self._database, scope) as session:
            await _check_may_change(session, scope)


async def _check_may_change(session: AsyncSession, scope: Scope) -> None:
    """Checks that the asker may change keys, which cost money, so not every member of a team may. Everybody owns their
    personal account."""
    query = select(Membership.role).where(
        Membership.account_id == scope.account_id, Membership.user_id == scope.user_id
    )
    check(Role((await session.exec(query)).one()), Act.CHANGE_KEYS)


def _record(session: AsyncSession, event: Event, scope: Scope, provider: str) -> None:
    AuditEntry.record(session, event, actor_id=scope.user_id, account_id=scope.account_id, detail=provider)


def _check(provider: str, secret: str, address: str) -> None:
    if provider not in llm.PROVIDER_LABELS:
        raise BadKey(Text("refused-provider"))
    if (secret or not address) and not _is_key(secret):
        raise BadKey(Text("refused-key"))
    if address and not llm.takes_address(provider):
        raise BadKey(Text("refused-one-address", provider=llm.provider_label(provider)))
    if address and (len(address) > LONGEST or not llm.is_address(address)):
        raise BadKey(Text("refused-address"))


def _is_key(secret: str) -> bool:
    return SHORTEST <= len(secret) <= LONGEST and bool(PRINTABLE.fullmatch(secret))


def _purpose(account_id: str, provider: str) -> str:
    return f"{account_id}/{provider}"
