"""The person who is signed in, and the account that this tab acts in."""

from typing import TypedDict

import reflex as rx

from chat_stream.accounts import MyAccount, leading_to, own_page
from chat_stream.accounts.accounts import CLOSED, DISABLED
from chat_stream.accounts.openid import FAILED, UNVERIFIED
from chat_stream.models import NotFound, Scope
from chat_stream.state.page.initials import initials_of
from chat_stream.state.page.show import show
from chat_stream.state.scope import chat_in_address, scope_of
from chat_stream.worker import worker

SIGN_UP, SIGN_IN = "/sign-up", "/sign-in"
ENDED = "/sign-in?ended=1"
"""Where a tab goes when its session ends. The page remembers what it showed: `asked_page.js`."""

REFUSALS = {"failed": FAILED, "unverified": UNVERIFIED, "closed": CLOSED, "disabled": DISABLED}
"""The refusal for each code that a browser brings back from an OpenID provider."""


class AccountEntry(TypedDict):
    """An account as the sidebar and the settings show it."""

    id: str
    name: str
    kind: str
    role: str


class SessionState(rx.State):
    """`load` changes with each connection: the page must then ask again for what it shows."""

    user_id: str = ""
    name: str = ""
    initials: str = ""
    email: str = ""
    language: str = ""
    is_administrator: bool = False
    has_password: bool = True
    account_id: str = ""
    accounts: list[AccountEntry] = []
    has_teams: bool = False
    has_ended: bool = False
    refusal: str = ""
    openid_name: str = ""
    load: str = ""

    @rx.event
    async def enter(self):
        """On load of a page that needs a signed-in user. The first visitor of all is led to signing up."""
        try:
            await entered(self)
        except NotFound:
            return rx.redirect(await way_out(self))
        return None

    @rx.event
    async def greet(self):
        """On load of a page for people who aren't signed in."""
        said = self.router.url.query_parameters
        show(self, has_ended="ended" in said, refusal=_refusal(said.get("openid", "")))
        show(self, openid_name=worker().settings.oidc_name if worker().people.openid.is_there else "")
        try:
            await scope_of(self)
        except NotFound:
            return None
        return rx.redirect(own_page(said.get("next", "")) or "/")

    @rx.event
    async def switch(self, account_id: str):
        """Switches this tab, and tabs opened later, to another of this person's accounts."""
        try:
            scope = await scope_of(self, account_id=account_id)
            await worker().people.accounts.sessions.remember(scope)
        except NotFound:
            return SessionState.enter
        show(self, account_id=scope.account_id)
        return rx.redirect("/")


async def entered(state: SessionState) -> Scope:
    """Shows who is signed in, and returns their scope. It is a function, because a page can call every method of a
    state.

    Raises:
        NotFound: Nobody is.
    """
    scope = await _scope(state)
    user, mine = await worker().people.profile.who(scope)
    accounts = [_entry(account) for account in mine]
    show(state, user_id=user.id, name=user.name, initials=initials_of(user.name), email=user.email)
    show(state, language=user.language)
    show(state, is_administrator=user.is_administrator, has_password=bool(user.password_hash))
    show(state, account_id=scope.account_id, accounts=accounts, has_teams=len(accounts) > 1)
    show(state, load=state.router.session.session_id[:4])
    return scope


async def way_out(state: SessionState) -> str:
    """The page for a tab without a session: an entrance, which leads back to what was asked for."""
    was_here = bool(state.user_id)
    state.reset()
    if was_here:
        return ENDED
    return leading_to(SIGN_IN if await worker().people.accounts.has_users() else SIGN_UP, _asked_page(state))


def _asked_page(state: rx.State) -> str:
    """The page in the tab's address, if it is one of ours; at an entrance, the page that it leads back to."""
    url = state.router.url
    query, fragment = f"?{url.query}" if url.query else "", f"#{url.fragment}" if url.fragment else ""
    address = (url.path.rstrip("/") or "/") + query + fragment
    return own_page(address) or own_page(url.query_parameters.get("next", ""))


async def _scope(state: SessionState) -> Scope:
    """The scope for the account of the chat in the address, or else for the account that this tab acted in, if the
    person still belongs to it."""
    if state.account_id and not chat_in_address(state):
        try:
            return await scope_of(state, account_id=state.account_id)
        except NotFound:
            pass
    return await scope_of(state)


def _refusal(word: str) -> str:
    return REFUSALS[word].said if word in REFUSALS else ""


def _entry(account: MyAccount) -> AccountEntry:
    return AccountEntry(id=account.id, name=account.name, kind=account.kind.value, role=account.role.value)
