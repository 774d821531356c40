"""Who is signed in, in this tab, and in which of their accounts they act."""

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
"""Where a tab is led whose session ended under it. What it showed then, the page knows: `asked_page.js`."""

REFUSALS = {"failed": FAILED, "unverified": UNVERIFIED, "closed": CLOSED, "disabled": DISABLED}
"""What the word means with which somebody comes back from an OpenID provider."""


class AccountEntry(TypedDict):
    """An account as the sidebar and the settings show it."""

    id: str
    name: str
    kind: str
    role: str


class SessionState(rx.State):
    """`load` is new with each connection: what the page shows must be asked for again then."""

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
        """On load of a page that needs a signed-in user: the first visitor is led to sign up."""
        try:
            await entered(self)
        except NotFound:
            return rx.redirect(await way_out(self))
        return None

    @rx.event
    async def greet(self):
        """On load of a page for those who aren't signed in."""
        said = self.router.url.query_parameters
        show(self, has_ended="ended" in said, refusal=_refusal(said.get("openid", "")))
        show(self, openid_name=worker().settings.oidc_name if worker().openid.is_there else "")
        try:
            await scope_of(self)
        except NotFound:
            return None
        return rx.redirect(own_page(said.get("next", "")) or "/")

    @rx.event
    async def switch(self, account_id: str):
        """From now on this tab, and the next one, act in another of this person's accounts."""
        try:
            scope = await scope_of(self, account_id=account_id)
        except NotFound:
            return SessionState.enter
        await worker().accounts.sessions.remember(scope)
        show(self, account_id=scope.account_id)
        return rx.redirect("/")


async def entered(state: SessionState) -> Scope:
    """Shows who is signed in, and returns for whom and in which account they act. Out here, because every method that a
    state has can be called by its page.

    Raises:
        NotFound: Nobody is.
    """
    scope = await _scope(state)
    user, mine = await worker().profile.who(scope)
    accounts = [_entry(account) for account in mine]
    show(state, user_id=user.id, name=user.name, initials=initials_of(user.name), email=user.email)
    show(state, language=user.language)
    show(state, is_administrator=user.is_administrator, has_password=bool(user.password_hash))
    show(state, account_id=scope.account_id, accounts=accounts, has_teams=len(accounts) > 1)
    show(state, load=state.router.session.session_id[:4])
    return scope


async def way_out(state: SessionState) -> str:
    """Where a tab goes in which nobody is signed in, or isn't any more, before it shows what was asked for."""
    was_here = bool(state.user_id)
    state.reset()
    if was_here:
        return ENDED
    return leading_to(SIGN_IN if await worker().accounts.has_users() else SIGN_UP, _asked_page(state))


def _asked_page(state: rx.State) -> str:
    """The page of ours in the tab's address; at an entrance, the one to which it leads on."""
    url = state.router.url
    query, fragment = f"?{url.query}" if url.query else "", f"#{url.fragment}" if url.fragment else ""
    address = (url.path.rstrip("/") or "/") + query + fragment
    return own_page(address) or own_page(url.query_parameters.get("next", ""))


async def _scope(state: SessionState) -> Scope:
    """In the account of the chat in the address; else in the one that this tab acted in, while that is theirs."""
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
