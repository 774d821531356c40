"""Who is asking, read anew for each event: every event handler can be called by any client."""

import reflex as rx

from chat_stream.accounts import SESSION_HEADER
from chat_stream.database import patiently
from chat_stream.models import NotFound, Scope
from chat_stream.worker import worker


async def scope_of(state: rx.State) -> Scope:
    """The scope of the session that this tab's websocket proved when it connected.

    Raises:
        NotFound: Nobody is signed in.
    """
    session_id = state.router.headers.raw_headers.get(SESSION_HEADER, "")
    scope = await patiently(lambda: worker().accounts.scope(session_id))
    if scope is None:
        raise NotFound
    return scope
