"""Chats with a question and an answer each, spread over the days before now."""

import random
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.database import Database
from chat_stream.models import Account, Attempt, Chat, Membership, Message, MessageRole, NotFound, Status, User
from chat_stream.models.record import now

BATCH = 1000
"""Chats in one transaction."""
APART = timedelta(hours=2)
"""Between a chat and the next, about: ten thousand reach back more than two years."""
SUBJECTS = ("gears", "tides", "bread", "maps", "comets", "looms", "bridges", "moss", "clocks", "rivers", "violins")
QUESTIONS = ("How are {} made?", "A short history of {}", "Compare {} and {}", "Why {} matter", "Ten facts about {}")


async def seed(database: Database, email: str, count: int) -> None:
    """Gives the personal account of this user so many chats more.

    Raises:
        NotFound: Nobody has this address.
    """
    at = now()
    for begun in range(0, count, BATCH):
        async with database.write() as session:
            user_id, account_id = await _owner(session, email)
            revision = await Account.revise(session, account_id)
            numbers = range(begun, min(count, begun + BATCH))
            chats = [_chat(user_id, account_id, revision, at - number * APART) for number in numbers]
            for rows in zip(*map(_with_messages, chats), strict=True):  # what refers to others comes after them
                session.add_all(rows)
                await session.flush()


async def _owner(session: AsyncSession, email: str) -> tuple[str, str]:
    user_id = (await session.exec(select(User.id).where(col(User.email) == email))).first()
    if user_id is None:
        raise NotFound
    return user_id, await Membership.personal_account(session, user_id)


def _chat(user_id: str, account_id: str, list_revision: int, at: datetime) -> Chat:
    title = random.choice(QUESTIONS).format(*random.sample(SUBJECTS, 2))  # nosec B311  # no secret
    chat = Chat(account_id=account_id, created_by=user_id, title=title, model="demo", created_at=at, updated_at=at)
    chat.revision, chat.list_revision = 1, list_revision
    return chat


def _with_messages(chat: Chat) -> tuple[Chat, Message, Message, Attempt]:
    question = Message(chat_id=chat.id, position=0, role=MessageRole.USER, content=chat.title, revision=1)
    question.author_id = chat.created_by
    answer = Message(chat_id=chat.id, position=1, role=MessageRole.ASSISTANT, revision=1)
    attempt = Attempt(message_id=answer.id, chat_id=chat.id, model="demo", status=Status.COMPLETED, content="So.")
    attempt.content_end = len(attempt.content)
    answer.attempt_id = attempt.id
    return chat, question, answer, attempt
