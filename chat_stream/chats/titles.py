"""Gives a chat its title automatically: after the first complete answer, a model is asked for one, cheaply and once.

Invariant: a title that a person chose is never replaced. If no model gives a title, the first words of the question
remain.
"""

import asyncio
from contextlib import aclosing
from dataclasses import dataclass

import structlog
from sqlmodel import col, update
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.chats.model_title import title_of_answer
from chat_stream.database import DATABASE_FAILED, Database
from chat_stream.generation.answer import Meter
from chat_stream.generation.runner import Calls
from chat_stream.llm import ProviderError, Request, Turn, Usage, answer_without_thoughts, metered
from chat_stream.models import Attempt, Chat, Message, NotFound, TitleFrom
from chat_stream.telemetry import own_context

NOBODY = "none"
"""The value of the setting that keeps the first words as the title of every chat."""
DEMO = "demo"
"""The demo model, which can't think of titles. It is asked only if the setting names it."""
EXCERPT = 1500
"""The most characters of the question, and of the answer, that the model is shown."""
LONGEST = 400
"""The most characters that are read of the model's answer. A longer one isn't a title."""
PATIENCE = 30.0
"""Seconds to wait for a title."""

ASKED = """\
Give this conversation a title: at most six words, in its own language, without quotation marks. Write the title only.

Question: {question}

Answer: {answer}"""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Untitled:
    """A chat that needs a title. `first_words` is its title so far."""

    chat_id: str
    first_words: str
    request: Request


class Titles:
    """Asks for titles, in tasks of the worker.

    Args:
        model: Which one is asked; the chat's own if it is empty.
    """

    def __init__(self, database: Database, calls: Calls, model: str = "") -> None:
        self.model = model
        self.meter: Meter = metered
        self._database = database
        self._stream = calls.stream
        self._credentials_for = calls.credentials_for
        self._tasks: set[asyncio.Task[None]] = set()

    def answered(self, attempt_id: str) -> None:
        """Asks for a title, if this is the first complete answer of its chat."""
        if self.model == NOBODY:
            return
        task = asyncio.create_task(self._run(attempt_id), name=f"title {attempt_id}", context=own_context())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    @property
    def running(self) -> int:
        """The number of titles that are being asked for now."""
        return len(self._tasks)

    async def close(self) -> None:
        """Stops. A stopping worker doesn't wait for titles."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _run(self, attempt_id: str) -> None:
        try:
            if untitled := await self._claim(attempt_id):
                await self._give(untitled)
        except (ProviderError, TimeoutError, NotFound, *DATABASE_FAILED) as error:
            log.info("title.failed", error=type(error).__name__)
        except Exception:
            log.exception("title.failed")

    async def _claim(self, attempt_id: str) -> _Untitled | None:
        """Claims the chat of this attempt, so that only one of several answers and workers asks. None if another one
        did."""
        async with self._database.read() as session:
            attempt = await session.get_one(Attempt, attempt_id)
            chat = await session.get_one(Chat, attempt.chat_id)
            question = await _question_of(session, attempt)
        model = self.model or attempt.asked_for
        if chat.title_from != TitleFrom.WORDS or (model == DEMO and not self.model):
            return None
        claim = update(Chat).where(col(Chat.id) == chat.id, col(Chat.title_from) == TitleFrom.WORDS)
        async with self._database.write() as session:
            claimed = await session.exec(claim.values(title_from=TitleFrom.MODEL).returning(col(Chat.id)))
            if claimed.first() is None:
                return None
        answer = answer_without_thoughts(attempt.content, attempt.reasoning)
        asked = ASKED.format(question=question[:EXCERPT], answer=answer[:EXCERPT])
        credentials = await self._credentials_for(chat.account_id, model)
        return _Untitled(chat.id, chat.title, Request(model, (Turn("user", asked),), credentials))

    async def _give(self, untitled: _Untitled) -> None:
        said, usage = await self._said(untitled.request)
        title = title_of_answer(said)
        async with self._database.write() as session:
            await Chat.revise(session, untitled.chat_id)
            chat = await session.get_one(Chat, untitled.chat_id)
            chat.count(usage.prompt_tokens, usage.completion_tokens, usage.cost, is_estimated=usage.is_estimated)
            is_unnamed = chat.title_from == TitleFrom.MODEL and chat.title == untitled.first_words
            if title and is_unnamed:
                chat.title = title
            await chat.touch_in_list(session)

    async def _said(self, request: Request) -> tuple[str, Usage]:
        said, thoughts, usage = "", "", None
        async with asyncio.timeout(PATIENCE), aclosing(self._stream(request)) as chunks:
            async for chunk in chunks:
                said += chunk.content
                thoughts += chunk.reasoning
                usage = chunk.usage or usage
                if len(said) > LONGEST:
                    break
        return answer_without_thoughts(said, thoughts), await self.meter(request, said, usage)


async def _question_of(session: AsyncSession, attempt: Attempt) -> str:
    answer = await session.get_one(Message, attempt.message_id)
    question = await session.get(Message, answer.follows) if answer.follows else None
    return question.content if question else ""
