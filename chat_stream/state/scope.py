"""Who is asking, read anew for each event: every event handler can be called by any client."""

import reflex as rx

from chat_stream.accounts import SESSION_HEADER
from chat_stream.database import patiently
from chat_stream.models import NotFound, Scope
from chat_stream.worker import worker


async def scope_of(state: rx.State, *, account_id: str = "", chat_id: str = "") -> Scope:
    """The scope of the session that this tab's websocket proved when it connected.

    A person acts in the account that the page names; else in the one of the chat that is meant, which is the one in
    the tab's address unless another is named; else in the one that their session remembers.

    Raises:
        NotFound: Nobody is signed in, or they don't belong to the account that the page names.
    """
    session_id = state.router.headers.raw_headers.get(SESSION_HEADER, "")
    chat_id = chat_id or chat_in_address(state)
    meant = {"account_id": account_id, "chat_id": chat_id}
    scope = await patiently(lambda: worker().accounts.scope(session_id, **meant))
    if scope is None:
        raise NotFound
    return scope


def chat_in_address(state: rx.State) -> str:
    """The chat that the tab's address names, or an empty text."""
    path = state.router.url.path
    return path.removeprefix("/chat/").strip("/") if path.startswith("/chat/") else ""


def team_in_address(state: rx.State) -> str:
    """The team that the tab's address names, or an empty text."""
    path = state.router.url.path
    return path.removeprefix("/teams/").strip("/") if path.startswith("/teams/") else ""
