"""The scope of whoever asks, read again for each event, because any client can call every event handler."""

import reflex as rx

from chat_stream.accounts import SESSION_HEADER
from chat_stream.chats import ChatService
from chat_stream.database import patiently
from chat_stream.models import NotFound, Scope
from chat_stream.worker import worker


async def scope_of(state: rx.State, *, account_id: str = "", chat_id: str = "") -> Scope:
    """The scope of the session that this tab's websocket proved when it connected.

    A person acts in the account that the page names. If it names none, they act in the account of the given chat, or of
    the chat in the tab's address. Without a chat, they act in the account that their session remembers.

    Raises:
        NotFound: Nobody is signed in, or they don't belong to the account that the page names.
    """
    session_id = state.router.headers.raw_headers.get(SESSION_HEADER, "")
    chat_id = chat_id or chat_in_address(state)
    home = "" if account_id else worker().temporary.account_of(chat_id)
    meant = {"account_id": account_id or home, "chat_id": chat_id}
    scope = await patiently(lambda: worker().people.accounts.scope(session_id, **meant))
    if scope is None and home:  # they left the account of a temporary chat, but are still signed in
        scope = await patiently(lambda: worker().people.accounts.scope(session_id))
    if scope is None:
        raise NotFound
    return scope


async def place_of(state: rx.State, *, chat_id: str = "") -> tuple[ChatService, Scope]:
    """The use cases for the given chat, or for the chat in the tab's address, and the scope to call them with.

    Raises:
        NotFound: Nobody is signed in, or it was a temporary chat, which is gone or isn't theirs.
    """
    scope = await scope_of(state, chat_id=chat_id)
    return worker().where(scope, chat_id or chat_in_address(state)), scope


def chat_in_address(state: rx.State) -> str:
    """The id of the chat in the tab's address; empty if there is none."""
    path = state.router.url.path
    return path.removeprefix("/chat/").strip("/") if path.startswith("/chat/") else ""


def team_in_address(state: rx.State) -> str:
    """The id of the team in the tab's address; empty if there is none."""
    path = state.router.url.path
    return path.removeprefix("/teams/").strip("/") if path.startswith("/teams/") else ""
