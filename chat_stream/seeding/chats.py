"""Chats with questions and answers, spread over the days before now."""

import random
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.database import Database
from chat_stream.models import Account, Attempt, Chat, Membership, Message, MessageRole, NotFound, Status, User
from chat_stream.models.record import now

BATCH = 1000
"""The number of chats in one transaction."""
APART = timedelta(hours=2)
"""The time between two chats, roughly: ten thousand reach back more than two years."""
SUBJECTS = ("gears", "tides", "bread", "maps", "comets", "looms", "bridges", "moss", "clocks", "rivers", "violins")
QUESTIONS = ("How are {} made?", "A short history of {}", "Compare {} and {}", "Why {} matter", "Ten facts about {}")
SENTENCE = "There is more to say about them than fits into one answer. "


async def seed(database: Database, email: str, count: int, messages: int = 2) -> None:
    """Adds chats to the personal account of this user, each with this many messages.

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
            rows = [row for chat in chats for row in (chat, *_messages(chat, messages))]
            for kind in (Chat, Message, Attempt):  # rows come after the rows that they refer to
                session.add_all(row for row in rows if type(row) is kind)
                await session.flush()


async def _owner(session: AsyncSession, email: str) -> tuple[str, str]:
    user_id = (await session.exec(select(User.id).where(col(User.email) == email))).first()
    if user_id is None:
        raise NotFound
    return user_id, await Membership.personal_account(session, user_id)


def _chat(user_id: str, account_id: str, list_revision: int, at: datetime) -> Chat:
    title = random.choice(QUESTIONS).format(*random.sample(SUBJECTS, 2))  # nosec B311  # no secret
    chat = Chat(account_id=account_id, created_by=user_id, title=title, model="demo", created_at=at, updated_at=at)
    chat.list_revision = list_revision
    return chat


def _messages(chat: Chat, count: int) -> list[Message | Attempt]:
    """Questions and answers in turn, each with a revision of its own."""
    chat.revision = count
    rows: list[Message | Attempt] = []
    for position in range(0, count, 2):
        rows.append(_question(chat, position))
        if position + 1 < count:
            rows += _answer(chat, position + 1)
    return rows


def _question(chat: Chat, position: int) -> Message:
    words = f"{chat.title} ({position + 1})" if position else chat.title
    question = Message(chat_id=chat.id, position=position, role=MessageRole.USER, content=words, revision=position + 1)
    question.author_id = chat.created_by
    return question


def _answer(chat: Chat, position: int) -> tuple[Message, Attempt]:
    answer = Message(chat_id=chat.id, position=position, role=MessageRole.ASSISTANT, revision=position + 1)
    words = SENTENCE * (1 + position % 7)
    attempt = Attempt(message_id=answer.id, chat_id=chat.id, model="demo", status=Status.COMPLETED, content=words)
    attempt.content_end = len(attempt.content)
    answer.attempt_id = attempt.id
    return answer, attempt
