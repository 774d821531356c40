"""The prompt for an answer: the conversation before it, as far as it fits into the model's context."""

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
"""The most characters of unfinished thoughts that a model gets when it continues an answer."""

CredentialsFor = Callable[[str, str], Awaitable[Credentials | None]]
"""Returns the credentials with which an account calls a model."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A request, and the number of tokens that it may have, if that is known. `begins_with` is the first message in it,
    if earlier ones were left out."""

    request: Request
    room: int | None = None
    begins_with: str | None = None


async def prompt_for(database: Database, attempt_id: str, credentials_for: CredentialsFor) -> Prompt:
    """The prompt for this attempt's message: the messages before it on its own branch, even if another branch is shown.

    Its turns are in the order that strict servers require: see `alternation`. A model that continues an answer is told
    so in a turn of its own, because many providers take the beginning of an answer for a complete one.
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
        await credentials_for(chat.account_id, attempt.model),
        temperature=chat.temperature,
        longest_answer=chat.longest_answer,
        effort=chat.effort,
        # A model that has thought will think again. One that hasn't may be writing about `<think>` itself.
        goes_on=bool(continued and continued.content and not continued.reasoning),
    )
    window = await window_of(request, tail=1 + len(begun))
    return Prompt(window.request, window.room, said[window.left_out].message_id if window.left_out else None)


def _said(message: Message, answer: Attempt | None) -> Said:
    if message.role == MessageRole.USER:
        return Said(message.id, Turn("user", message.content))
    return Said(message.id, Turn("assistant", text_of(answer) if answer else message.content))


def _begun(continued: Attempt) -> tuple[Turn, ...]:
    """The turns for continuing an answer: the text so far, and the instruction to continue it. Empty if there is no
    text."""
    if text := text_of(continued):
        return Turn("assistant", text), Turn("user", GO_ON)
    if thoughts := continued.reasoning.strip()[-LONGEST_THOUGHTS:]:
        return Turn("assistant", THOUGHT + thoughts), Turn("user", ANSWER_NOW)
    return ()
