"""A person's API tokens."""

from contextlib import suppress
from typing import Any, ClassVar, TypedDict

import reflex as rx

from chat_stream.accounts import Rejected
from chat_stream.models import ApiToken, NotFound, Scope
from chat_stream.state.scope import scope_of
from chat_stream.state.session_state import SIGN_IN, SessionState
from chat_stream.worker import worker
from reflex_object_deltas import ObjectMap, emit

NEWEST = "newest"


class TokenEntry(TypedDict):
    """A token in the list; times are ISO 8601, and the last use is empty if there was none."""

    id: str
    name: str
    created_at: str
    last_used_at: str


class NewTokenEntry(TypedDict):
    """A new token with its secret, which is shown only once."""

    id: str
    secret: str


class SettingsState(rx.State):
    """A new token's secret is sent to the page's own store and never held here, because states are stored."""

    new_tokens: ClassVar[ObjectMap[NewTokenEntry]] = ObjectMap("new_tokens", NewTokenEntry)

    tokens: list[TokenEntry] = []
    notice: str = ""

    @rx.event
    async def open(self):
        """On load: the list of tokens, without the secret of an earlier visit."""
        await emit(self.new_tokens.delete(NEWEST))
        self.notice = ""
        try:
            await self._list_tokens(await scope_of(self))
        except NotFound:
            self.reset()  # the page leads to signing in

    @rx.event
    async def create_token(self, form: dict[str, Any]):
        """Makes a token and shows its secret once."""
        self.notice = ""
        try:
            session = await self.get_state(SessionState)
            scope = await scope_of(self, account_id=session.account_id)
            token = await worker().people.api_tokens.create(scope, str(form.get("name", "")))
            await self._list_tokens(scope)
        except Rejected as rejected:
            self.notice = rejected.said
            return None
        except NotFound:
            return rx.redirect(SIGN_IN)
        await emit(self.new_tokens.set(NEWEST, NewTokenEntry(id=token.id, secret=token.secret)))
        return None

    @rx.event
    async def revoke_token(self, token_id: str):
        """Revokes a token, and ends the reads that use it."""
        self.notice = ""
        try:
            scope = await scope_of(self)
        except NotFound:
            return rx.redirect(SIGN_IN)
        with suppress(NotFound):  # another tab was faster
            await worker().people.api_tokens.revoke(scope, token_id)
        await self._list_tokens(scope)
        await emit(self.new_tokens.delete(NEWEST))
        return None

    async def _list_tokens(self, scope: Scope) -> None:
        self.tokens = [_entry(token) for token in await worker().people.api_tokens.list(scope)]


def _entry(token: ApiToken) -> TokenEntry:
    return TokenEntry(
        id=token.id,
        name=token.name,
        created_at=token.created_at.isoformat(),
        last_used_at=token.last_used_at.isoformat() if token.last_used_at else "",
    )
