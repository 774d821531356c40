"""What a model is asked: the conversation up to the message that it is to write, as far as the model can read it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from chat_stream.database import Database
from chat_stream.generation.alternation import Said, alternating
from chat_stream.generation.answer_text import text_of
from chat_stream.llm import Credentials, Request, Turn, window_of
from chat_stream.models import Attempt, Branches, Chat, Message, MessageRole

GO_ON = (
    "Your answer ended before it was complete. Go on exactly where it ended, in the middle of a word if need be. "
    "Repeat nothing of it, and say nothing about this."
)
ANSWER_NOW = (
    "You thought about this, and ended before you gave an answer. Give the answer now, and say nothing about this."
)
THOUGHT = "(No answer was given. The end of what was thought about it:)\n\n"
LONGEST_THOUGHTS = 8000
"""Characters of thoughts that led to no answer, of which the model is told when it goes on."""

Wallet = Callable[[str, str], Awaitable[Credentials | None]]
"""What an account calls a model with."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A request, for which there is `room` in tokens, if that is known. `begins_with` is the first message that the
    model is told of, where earlier ones were left out."""

    request: Request
    room: int | None = None
    begins_with: str | None = None


async def prompt_for(database: Database, attempt_id: str, wallet: Wallet) -> Prompt:
    """The prompt that answers this attempt's message: what came before it on its branch, whichever is shown.

    It is one that strict servers take: see `alternation`. Who goes on is told so by a turn of its own: many providers
    take an answer's beginning for one that is complete.
    """
    async with database.read() as session:
        attempt = await session.get_one(Attempt, attempt_id)
        message = await session.get_one(Message, attempt.message_id)
        chat = await session.get_one(Chat, message.chat_id)
        branch = (await Branches.of(session, message.chat_id)).before(message.id)
        earlier = await Message.up_to(session, message.chat_id, message.position)
        earlier = [message for message in earlier if message.id in branch]
        answers = await Attempt.with_ids(session, [message.attempt_id for message in earlier if message.attempt_id])
        continued = await session.get(Attempt, attempt.continues) if attempt.continues else None
    said = alternating(_said(message, answers.get(message.attempt_id or "")) for message in earlier)
    begun = _begun(continued) if continued else ()
    system = (Turn("system", chat.system_prompt),) if chat.system_prompt.strip() else ()
    request = Request(
        attempt.model,
        (*system, *(turn for _, turn in said), *begun),
        await wallet(chat.account_id, attempt.model),
        temperature=chat.temperature,
        longest_answer=chat.longest_answer,
        effort=chat.effort,
        # A model that has thought thinks again; one that hasn't may be writing about `<think>`.
        goes_on=bool(continued and continued.content and not continued.reasoning),
    )
    window = await window_of(request, tail=1 + len(begun))
    return Prompt(window.request, window.room, said[window.left_out].message_id if window.left_out else None)


def _said(message: Message, answer: Attempt | None) -> Said:
    if message.role == MessageRole.USER:
        return Said(message.id, Turn("user", message.content))
    return Said(message.id, Turn("assistant", text_of(answer) if answer else message.content))


def _begun(continued: Attempt) -> tuple[Turn, ...]:
    """What there is of the answer that goes on, and what is to be done about it; nothing where there is nothing."""
    if text := text_of(continued):
        return Turn("assistant", text), Turn("user", GO_ON)
    if thoughts := continued.reasoning.strip()[-LONGEST_THOUGHTS:]:
        return Turn("assistant", THOUGHT + thoughts), Turn("user", ANSWER_NOW)
    return ()
