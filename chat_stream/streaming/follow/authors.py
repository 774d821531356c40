"""The names of the people who asked the questions of a team's chats."""

from collections.abc import Mapping, Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models import Account, AccountKind, Message, MessageRole, QueuedQuestion, User
from chat_stream.texts import Text

DELETED = Text("author-deleted").said
"""Shown instead of a name: an encoded text, which the page translates."""


class Authors:
    """The names of the authors of some messages, all in one account."""

    def __init__(self, names: Mapping[str, str], *, is_team: bool) -> None:
        self._names = names
        self._is_team = is_team

    @classmethod
    async def of_messages(
        cls, session: AsyncSession, account_id: str, messages: Sequence[Message | QueuedQuestion]
    ) -> "Authors":
        is_team = await Account.kind_of(session, account_id) == AccountKind.TEAM
        ids = {message.author_id for message in messages if message.author_id}
        return cls(await User.names(session, ids) if is_team and ids else {}, is_team=is_team)

    def of(self, message: Message | QueuedQuestion) -> str:
        """The author's name, or `DELETED`. Empty for an answer and for everything in a personal account."""
        if not self._is_team or (isinstance(message, Message) and message.role != MessageRole.USER):
            return ""
        return self._names.get(message.author_id or "", DELETED)
