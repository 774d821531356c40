"""What a model is asked: the conversation up to the message that it is to write."""

from collections.abc import Awaitable, Callable

from chat_stream.database import Database
from chat_stream.llm import Credentials, Request, Turn
from chat_stream.models import Attempt, Chat, Message, MessageRole

Wallet = Callable[[str, str], Awaitable[Credentials | None]]
"""What an account calls a model with."""


async def prompt_for(database: Database, attempt_id: str, wallet: Wallet) -> Request:
    """The request that answers this attempt's message. Answers without a word are left out."""
    async with database.read() as session:
        attempt = await session.get_one(Attempt, attempt_id)
        message = await session.get_one(Message, attempt.message_id)
        chat = await session.get_one(Chat, message.chat_id)
        earlier = await Message.up_to(session, message.chat_id, message.position)
        answers = await Attempt.with_ids(session, [message.attempt_id for message in earlier if message.attempt_id])
    turns: list[Turn] = []
    for message in earlier:
        answer = answers.get(message.attempt_id or "")
        content = answer.content if answer else message.content
        if content:
            turns.append(Turn("user" if message.role == MessageRole.USER else "assistant", content))
    return Request(attempt.model, tuple(turns), await wallet(chat.account_id, attempt.model))
