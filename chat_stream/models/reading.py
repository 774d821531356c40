"""How far a person has read a chat."""

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, col
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models.account import Account
from chat_stream.models.chat import Chat
from chat_stream.models.record import Record


class Reading(Record, table=True):
    """`list_revision` is the account's revision at which this changed; only this reader's lists are told of it."""

    user_id: str = Field(foreign_key="users.id", primary_key=True, ondelete="CASCADE")
    chat_id: str = Field(foreign_key="chats.id", primary_key=True, index=True, ondelete="CASCADE")
    revision: int = Field(default=0, description="the chat's, up to which it was read")
    list_revision: int = 0

    @staticmethod
    async def record(session: AsyncSession, user_id: str, chat: Chat) -> None:
        """Records that the user has seen everything in the chat."""
        await _know(session, user_id, chat.id)
        it = update(Reading).where(col(Reading.user_id) == user_id, col(Reading.chat_id) == chat.id)
        list_revision = await Account.revise(session, chat.account_id)
        await session.exec(it.values(revision=chat.revision, list_revision=list_revision))


async def _know(session: AsyncSession, user_id: str, chat_id: str) -> None:
    if await session.get(Reading, (user_id, chat_id)):
        return
    try:
        async with session.begin_nested():
            session.add(Reading(user_id=user_id, chat_id=chat_id))
    except IntegrityError:
        return  # another tab was faster
