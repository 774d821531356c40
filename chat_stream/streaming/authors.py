"""Who asked what, as far as it has to be said: in a team, where several people ask."""

from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models import Account, AccountKind, Message, MessageRole, User

DELETED = "Somebody who was deleted"


class Authors:
    """The authors' names in the chats of one account, each asked for once."""

    def __init__(self, account_id: str) -> None:
        self._account_id = account_id
        self._is_team: bool | None = None
        self._names: dict[str, str] = {}

    async def learn(self, session: AsyncSession, messages: Sequence[Message]) -> None:
        """Reads the names that aren't known yet."""
        if self._is_team is None:
            self._is_team = (await session.get_one(Account, self._account_id)).kind == AccountKind.TEAM
        unknown = {message.author_id for message in messages if message.author_id} - self._names.keys()
        if self._is_team and unknown:
            self._names |= await User.names(session, unknown)

    def of(self, message: Message) -> str:
        """The author's name; empty for an answer, and where everything is one person's own."""
        if not self._is_team or message.role != MessageRole.USER:
            return ""
        return self._names.get(message.author_id or "", DELETED)
