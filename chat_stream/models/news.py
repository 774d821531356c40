"""What changed, for whom.

Invariant: whoever lets a revision grow, or takes somebody's right away, notes it here in the same verb. So a use case
has nothing to remember: its transaction tells all of it after the commit, and nothing of it if it fails.
"""

from enum import StrEnum
from typing import NamedTuple

from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.database import note


class About(StrEnum):
    CHAT = "chat"
    CHAT_LIST = "chat list"
    USER = "user"


class Changed(NamedTuple):
    """`id` is the chat's, the id of the account whose list of chats it is, or the user's."""

    about: About
    id: str


def chat(session: AsyncSession, chat_id: str) -> None:
    """Those who follow the chat look at what is newer than their revision."""
    note(session, Changed(About.CHAT, chat_id))


def chat_list(session: AsyncSession, account_id: str) -> None:
    """Those who follow the account's list of chats look at what is newer than their revision."""
    note(session, Changed(About.CHAT_LIST, account_id))


def user(session: AsyncSession, user_id: str) -> None:
    """The user may see less than before: all that they follow is asked whether they still may."""
    note(session, Changed(About.USER, user_id))
