"""What a model is asked: the conversation up to the message that it is to write."""

from chat_stream.database import Database
from chat_stream.llm import Request, Turn
from chat_stream.models import Attempt, Message, MessageRole


async def prompt_for(database: Database, attempt_id: str) -> Request:
    """The request that answers this attempt's message. Answers without a word are left out."""
    async with database.read() as session:
        attempt = await session.get_one(Attempt, attempt_id)
        message = await session.get_one(Message, attempt.message_id)
        earlier = await Message.up_to(session, message.chat_id, message.position)
        answers = await Attempt.with_ids(session, [message.attempt_id for message in earlier if message.attempt_id])
    turns: list[Turn] = []
    for message in earlier:
        answer = answers.get(message.attempt_id or "")
        content = answer.content if answer else message.content
        if content:
            turns.append(Turn("user" if message.role == MessageRole.USER else "assistant", content))
    return Request(model=attempt.model, turns=tuple(turns))
