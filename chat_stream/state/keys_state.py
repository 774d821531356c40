"""The provider keys of an account, as the settings show them."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any, ClassVar, TypedDict

import reflex as rx

from chat_stream.keys import BadKey, KeyView
from chat_stream.llm import PROVIDER_LABELS, described, told_apart
from chat_stream.models import NotAllowed, NotFound, Scope
from chat_stream.state.scope import scope_of, team_in_address
from chat_stream.state.session_state import SIGN_IN
from chat_stream.worker import worker


class KeyEntry(TypedDict):
    """A key in the list, identified by its last four characters."""

    id: str
    provider: str
    address: str
    last_four: str


class KeysState(rx.State):
    """A key arrives with the event that stores it and is never held here, because states are stored.

    `found` lists the models of the server at the `checked` address, which the next `store` keeps. `forms` counts the
    stored forms: after each, the page shows an empty one.
    """

    PROVIDERS: ClassVar = PROVIDER_LABELS

    keys: list[KeyEntry] = []
    notice: str = ""
    checked: str = ""
    found: list[str] = []
    forms: int = 0

    @rx.event
    async def open(self):
        """On load: the list."""
        self._forget()
        try:
            await self._list(await self._scope())
        except NotFound:
            self.reset()  # the page leads to signing in

    @rx.event
    async def store(self, form: dict[str, Any]):
        """Stores a key for the account. For a server of the user's own, its models are shown first."""
        provider, secret, address = (str(form.get(name, "")) for name in ("provider", "key", "address"))
        is_checked = not address or address == self.checked
        self._forget()
        try:
            scope = await self._scope()
        except NotFound:
            return rx.redirect(SIGN_IN)
        try:
            if is_checked:
                await worker().keys.store(scope, provider, secret, address)
                self.forms += 1
                await self._list(scope)
            else:
                server = await worker().keys.check(scope, provider, secret, address)
                self.checked, self.found = address, _labels(server.names)
        except (BadKey, NotAllowed, NotFound) as refused:
            self.notice = refused.said
        return None

    @rx.event
    async def remove(self, key_id: str):
        """Removes a key."""
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
        """The scope for a team's keys on the team's page, and for the person's own keys on other pages."""
        if team_id := team_in_address(self):
            return await scope_of(self, account_id=team_id)
        return await worker().people.accounts.at_home(await scope_of(self))

    def _forget(self) -> None:
        self.notice = self.checked = ""
        self.found = []

    async def _list(self, scope: Scope) -> None:
        self.keys = [_entry(key) for key in await worker().keys.list(scope)]


def _labels(names: Sequence[str]) -> list[str]:
    return [model.label for model in told_apart(map(described, names))]


def _entry(key: KeyView) -> KeyEntry:
    return KeyEntry(id=key.id, provider=key.provider, address=key.address, last_four=key.last_four)
