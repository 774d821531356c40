"""The steps that all requests for an answer share: a question, another version, a retry."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.chats.allowance import Allowance
from chat_stream.chats.text import Unacceptable
from chat_stream.database import database_clock
from chat_stream.generation.answer_text import text_of
from chat_stream.generation.runner import Runner
from chat_stream.models import Attempt, JournalEntry, Message, MessageRole, QueuedQuestion, Scope
from chat_stream.models.attempt import LEASE
from chat_stream.texts import Text

Offered = Callable[[Scope], Awaitable[Sequence[str]]]
"""Returns the names of the models that a scope can use. The first is the default."""
MOST_COMPARED = 4
"""The most models that can be asked the same question at a time."""
THOUGHT_AGAIN = "\n\n"
"""Separates the thoughts before an answer ended from the thoughts after it was continued."""


class NewAttempts:
    """Creates attempts in the transaction that asks for them, and starts their generations after the commit."""

    def __init__(self, runner: Runner, models: Offered, allowance: Allowance) -> None:
        self._runner = runner
        self.models = models
        self.allowance = allowance

    def check_is_open(self) -> None:
        """Refuses to begin answers on a worker that is stopping.

        Raises:
            Unacceptable: It stops.
        """
        if self._runner.is_draining:
            raise Unacceptable(Text("refused-restart"))

    async def ask(
        self, session: AsyncSession, chat_id: str, *, follows: str, models: Sequence[str], **question: Any
    ) -> tuple[Message, Sequence[Attempt]]:
        """Adds a new question and its answers. Questions that waited at this end of the branch now wait for these
        answers."""
        asked = await Message.append(session, chat_id, MessageRole.USER, follows=follows, **question)
        attempts = await self.answer(session, chat_id, asked.id, models)
        await QueuedQuestion.move(session, chat_id, [follows], attempts[0].message_id)
        return asked, attempts

    async def answer(
        self, session: AsyncSession, chat_id: str, follows: str, models: Sequence[str]
    ) -> Sequence[Attempt]:
        """Adds a message for each model, as an answer to `question`. If there are several, none is chosen: they are
        compared."""
        messages = [await Message.append(session, chat_id, MessageRole.ASSISTANT, follows=follows) for _ in models]
        for message in messages:
            message.chosen = messages[-1].chosen
        return [
            await self.begin(session, message, Attempt(message_id=message.id, chat_id=chat_id, model=model))
            for message, model in zip(messages, models, strict=True)
        ]

    async def answer_again(self, session: AsyncSession, message: Message, last: Attempt, model: str) -> Attempt:
        """Makes another attempt that replaces the last one."""
        again = Attempt(message_id=message.id, chat_id=message.chat_id, model=model, number=last.number + 1)
        return await self.begin(session, message, again)

    async def go_on(self, session: AsyncSession, message: Message, last: Attempt, model: str) -> Attempt:
        """Makes another attempt that begins with the text of the last one, unless that is only white space."""
        content = text_of(last)
        reasoning = last.reasoning and last.reasoning + THOUGHT_AGAIN
        attempt = Attempt(
            message_id=message.id,
            chat_id=message.chat_id,
            model=model,
            number=last.number + 1,
            continues=last.id,
            content_end=len(content),
            reasoning_end=len(reasoning),
        )
        await self.begin(session, message, attempt)
        for part, text in (("content", content), ("reasoning", reasoning)):
            if text:
                session.add(JournalEntry(attempt_id=attempt.id, part=part, start=0, end=len(text), text=text))
        return attempt

    async def begin(self, session: AsyncSession, message: Message, attempt: Attempt) -> Attempt:
        """Makes this the attempt that its message shows, and gives it a lease."""
        attempt.asked_model = attempt.model
        session.add(attempt)
        await session.flush()
        lease = update(Attempt).where(col(Attempt.id) == attempt.id).values(lease_until=database_clock() + LEASE)
        await session.exec(lease)
        message.attempt_id = attempt.id
        session.add(message)
        return attempt

    def start(self, attempts: Sequence[Attempt]) -> None:
        """Starts the generations of committed attempts."""
        for attempt in attempts:
            self._runner.start(attempt)


async def shown_attempt(session: AsyncSession, message: Message) -> Attempt:
    """The attempt that an answer shows.

    Raises:
        Unacceptable: The message is no answer.
    """
    attempt = (await session.exec(select(Attempt).where(Attempt.id == message.attempt_id))).first()
    if attempt is None:
        raise Unacceptable(Text("refused-no-answer"))
    return attempt


def checked_models(models: Sequence[str], offered: Sequence[str]) -> list[str]:
    """The models to ask, if all of them are offered.

    Raises:
        Unacceptable: One of them isn't, or they are too many.
    """
    if len(models) > MOST_COMPARED:
        raise Unacceptable(Text("refused-compared", most=MOST_COMPARED))
    return [checked_model(model, offered) for model in models]


def checked_model(model: str, models: Sequence[str]) -> str:
    """The model, if it is in the list.

    Raises:
        Unacceptable: It isn't.
    """
    if model not in models:
        raise Unacceptable(Text("refused-model", model=model))
    return model
