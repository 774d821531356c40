"""A chat's title by itself: after its first whole answer a model is asked for one, cheaply and once.

Invariant: what a person called a chat stays. Where no model gives a title, the question's first words are it.
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
from chat_stream.generation.prompt import Wallet
from chat_stream.generation.runner import Stream
from chat_stream.llm import ProviderError, Request, Turn, Usage, answer_without_thoughts, metered
from chat_stream.models import Attempt, Chat, Message, NotFound, TitleFrom
from chat_stream.streaming import Hub, Wake, account_topic, chat_topic
from chat_stream.telemetry import own_context

NOBODY = "none"
"""The setting that leaves all chats their first words."""
DEMO = "demo"
"""It can't think of a title, and isn't asked unless the setting names it."""
EXCERPT = 1500
"""Characters of the question, and of the answer, that are shown to the model."""
LONGEST = 400
"""Characters that are read of what it says: a title, or nothing of use."""
PATIENCE = 30.0
"""Seconds."""

ASKED = """\
Give this conversation a title: at most six words, in its own language, without quotation marks. Write the title only.

Question: {question}

Answer: {answer}"""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Untitled:
    """A chat whose title was asked for; `first_words` is the one that it has so far."""

    chat_id: str
    account_id: str
    first_words: str
    request: Request


class Titles:
    """Asks on tasks of the worker's own.

    Args:
        model: Which one is asked; the chat's own if it is empty.
    """

    def __init__(self, database: Database, hub: Hub, stream: Stream, wallet: Wallet, model: str = "") -> None:
        self.model = model
        self.meter: Meter = metered
        self._database = database
        self._hub = hub
        self._stream = stream
        self._wallet = wallet
        self._tasks: set[asyncio.Task[None]] = set()

    def answered(self, attempt_id: str) -> None:
        """An answer is whole: if it is its chat's first, the chat gets a title."""
        if self.model == NOBODY:
            return
        task = asyncio.create_task(self._run(attempt_id), name=f"title {attempt_id}", context=own_context())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    @property
    def running(self) -> int:
        """How many titles are asked for at this moment."""
        return len(self._tasks)

    async def close(self) -> None:
        """Who stops doesn't wait for titles."""
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
        """None unless this is who asks: of several answers, and of several workers, one does."""
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
        credentials = await self._wallet(chat.account_id, model)
        return _Untitled(chat.id, chat.account_id, chat.title, Request(model, (Turn("user", asked),), credentials))

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
            await chat.enlist(session)
        for topic in (account_topic(untitled.account_id), chat_topic(untitled.chat_id)):
            self._hub.publish(topic, Wake())

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
