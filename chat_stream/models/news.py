"""Changes that a transaction announces to viewers after its commit.

Invariant: the verb that increases a revision or takes a right away also notes it here. So no use case can forget to
announce a change, and a transaction that fails announces nothing.
"""

from enum import StrEnum
from typing import NamedTuple

from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.database import note


class About(StrEnum):
    """The kind of thing that changed."""

    CHAT = "chat"
    CHAT_LIST = "chat list"
    USER = "user"


class Changed(NamedTuple):
    """A change to a chat, to an account's list of chats, or to what a user may see. `id` is that of the chat, of the
    account or of the user."""

    about: About
    id: str


def chat(session: AsyncSession, chat_id: str) -> None:
    """Notes that the chat's revision has grown."""
    note(session, Changed(About.CHAT, chat_id))


def chat_list(session: AsyncSession, account_id: str) -> None:
    """Notes that the revision of the account's list of chats has grown."""
    note(session, Changed(About.CHAT_LIST, account_id))


def user(session: AsyncSession, user_id: str) -> None:
    """Notes that the user may see less than before."""
    note(session, Changed(About.USER, user_id))
