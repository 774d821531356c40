"""The provider keys of an account, as its settings show them."""

from contextlib import suppress
from typing import Any, ClassVar, TypedDict

import reflex as rx

from chat_stream.keys import BadKey, KeyView
from chat_stream.llm import PROVIDER_LABELS
from chat_stream.models import NotAllowed, NotFound, Scope
from chat_stream.state.scope import scope_of, team_in_address
from chat_stream.state.session_state import SIGN_IN
from chat_stream.worker import worker


class KeyEntry(TypedDict):
    """A key as the list shows it: of the key itself, the last four characters."""

    id: str
    provider: str
    address: str
    last_four: str


class KeysState(rx.State):
    """A key comes in with the event that stores it, and is never kept here: states are stored."""

    PROVIDERS: ClassVar = PROVIDER_LABELS

    keys: list[KeyEntry] = []
    notice: str = ""

    @rx.event
    async def open(self):
        """On load: the list."""
        self.notice = ""
        try:
            await self._list(await self._scope())
        except NotFound:
            self.reset()  # the page leads to signing in

    @rx.event
    async def store(self, form: dict[str, Any]):
        """Keeps a key for the account."""
        self.notice = ""
        provider, secret, address = (str(form.get(name, "")) for name in ("provider", "key", "address"))
        try:
            scope = await self._scope()
        except NotFound:
            return rx.redirect(SIGN_IN)
        try:
            await worker().keys.store(scope, provider, secret, address)
            await self._list(scope)
        except (BadKey, NotAllowed, NotFound) as refused:
            self.notice = refused.said
        return None

    @rx.event
    async def remove(self, key_id: str):
        """Forgets a key."""
        self.notice = ""
        try:
            scope = await self._scope()
        except NotFound:
            return rx.redirect(SIGN_IN)
        try:
            with suppress(NotFound):  # another tab was faster
                await worker().keys.remove(scope, key_id)
        except NotAllowed as refused:
            self.notice = refused.said
        await self._list(scope)
        return None

    async def _scope(self) -> Scope:
        """A team's page is about its keys, every other one about one's own."""
        if team_id := team_in_address(self):
            return await scope_of(self, account_id=team_id)
        return await worker().accounts.at_home(await scope_of(self))

    async def _list(self, scope: Scope) -> None:
        self.keys = [_entry(key) for key in await worker().keys.list(scope)]


def _entry(key: KeyView) -> KeyEntry:
    return KeyEntry(id=key.id, provider=key.provider, address=key.address, last_four=key.last_four)
