"""Questions that were sent while an answer was being written: they wait, and are asked one after the other.

Invariant: a question either waits in the database, or is a message whose attempt has a lease. It changes from one to
the other in one transaction that holds the chat's lock. So exactly one worker asks it, and no crash can lose it: each
worker checks all queues regularly, and the end of an answer only makes that happen sooner.
"""

import asyncio
from collections.abc import Sequence

import structlog
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.chats.new_attempts import NewAttempts, checked_models
from chat_stream.chats.text import Unacceptable
from chat_stream.chats.turns import due, end_for
from chat_stream.database import DATABASE_FAILED, Database
from chat_stream.models import (
    Attempt,
    Branches,
    Chat,
    Ending,
    Membership,
    Message,
    NotFound,
    QueuedQuestion,
    Scope,
    Status,
    end_of_branch,
    write_for,
)
from chat_stream.streaming.journal.commit import conclude
from chat_stream.tasks import every
from chat_stream.telemetry import own_context, traced
from chat_stream.texts import Text

INTERVAL = 2.0
"""Seconds between two checks of all queues, for questions that a dead worker left or that exceeded a limit."""

log = structlog.get_logger()


class Queue:
    """The queues of all chats, as one worker advances them. Each use case starts from the scope of whoever asks."""

    def __init__(self, database: Database, new_attempts: NewAttempts) -> None:
        self._database = database
        self._new_attempts = new_attempts
        self._tasks: set[asyncio.Task[None]] = set()

    async def take_back(self, scope: Scope, question_id: str) -> None:
        """Removes a question from the queue. Only its author can do that, and gets its text back.

        Raises:
            NotFound: There is no such question for this scope.
            Unacceptable: It is being answered, or somebody else's.
        """
        async with write_for(self._database, scope) as session:
            if await QueuedQuestion.was_withdrawn(session, scope, question_id):
                return  # the page didn't know about it
            question = await _found(session, scope, question_id)
            if question.author_id != scope.user_id:
                raise Unacceptable(Text("refused-not-yours"))
            await question.withdraw(session)

    @traced("send now")
    async def send_now(self, scope: Scope, question_id: str) -> None:
        """Asks a question without waiting any longer. The questions behind it now wait for its answer.

        Raises:
            NotFound: There is no such question for this scope.
            Unacceptable: It is being answered, or its author has too many answers, or its model isn't there any more.
        """
        self._new_attempts.check_is_open()
        models = await self._new_attempts.models(scope)
        async with write_for(self._database, scope) as session:
            question = await _found(session, scope, question_id)
            checked_models(question.models, models)
            await self._new_attempts.allowance.check_room(session, question.author_id, len(question.models))
            chat = await session.get_one(Chat, question.chat_id)
            attempts = await self._ask(session, question)
            await chat.touch_in_list(session)
        self._new_attempts.start(attempts)

    def look(self, chat_id: str) -> None:
        """Checks the queue of a chat, because one of its answers has ended."""
        task = asyncio.create_task(self._look(chat_id), name=f"queue {chat_id}", context=own_context())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def run(self, interval: float = INTERVAL) -> None:
        """Looks at all queues again and again, until cancelled."""
        await every(interval, self._look_at_all, "queue")

    async def close(self) -> None:
        """Stops. A stopping worker starts no new generations."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _look_at_all(self) -> None:
        for chat_id in await self._queues():
            await self._look(chat_id)

    async def _queues(self) -> Sequence[str]:
        waiting = select(QueuedQuestion.chat_id).join(Chat, col(Chat.id) == QueuedQuestion.chat_id).distinct()
        waiting = waiting.where(col(QueuedQuestion.withdrawn_at).is_(None), col(Chat.deleted_at).is_(None))
        async with self._database.read() as session:
            return (await session.exec(waiting)).all()

    async def _look(self, chat_id: str) -> None:
        try:
            await self._advance(chat_id)
        except Unacceptable:
            pass  # this worker is stopping, and another one will do it
        except (NotFound, *DATABASE_FAILED) as error:
            log.warning("queue.postponed", error=str(error))
        except Exception:
            log.exception("queue.failed")

    async def _advance(self, chat_id: str) -> None:
        """Asks the questions that no longer have to wait."""
        async with self._database.read() as session:
            is_due = await due(session, chat_id)
            chat = await session.get(Chat, chat_id)
        if not is_due or chat is None or chat.deleted_at:
            return
        self._new_attempts.check_is_open()
        models = await self._new_attempts.models(Scope(is_due[0].author_id, chat.account_id, ""))
        async with self._database.write() as session:
            chat = (await session.exec(select(Chat).where(Chat.id == chat_id).with_for_update())).one()
            turns = [await self._begin(session, chat, question, models) for question in await due(session, chat_id)]
            begun = [attempts for attempts in turns if attempts is not None]
            if begun:
                await chat.touch_in_list(session)
        for attempts in begun:
            self._new_attempts.start(attempts)

    async def _begin(
        self, session: AsyncSession, chat: Chat, question: QueuedQuestion, models: Sequence[str]
    ) -> Sequence[Attempt] | None:
        """Asks a question, and returns the answers to begin; None if it isn't asked. A question that can't be answered
        any more gets an answer that says so."""
        if not await Membership.holds(session, chat.account_id, question.author_id):
            await question.withdraw(session)
            return None
        if not await self._new_attempts.allowance.has_room(session, question.author_id, len(question.models)):
            return None
        attempts = await self._ask(session, question)
        try:
            checked_models(question.models, models)
        except Unacceptable as error:
            await session.flush()
            failure = Ending(Status.FAILED, error.text)
            await conclude(await session.connection(), {attempt.id: failure for attempt in attempts})
            return []
        return attempts

    async def _ask(self, session: AsyncSession, question: QueuedQuestion) -> Sequence[Attempt]:
        branches = await Branches.of(session, question.chat_id)
        end = await end_of_branch(session, branches, end_for(branches, question))
        await question.leave(session)
        if question.waits_for != end:
            await QueuedQuestion.move(session, question.chat_id, [question.waits_for], end)
        _, attempts = await self._new_attempts.ask(
            session,
            question.chat_id,
            follows=end,
            models=question.models,
            id=question.id,
            content=question.content,
            author_id=question.author_id,
            client_id=question.client_id,
        )
        return attempts


async def _found(session: AsyncSession, scope: Scope, question_id: str) -> QueuedQuestion:
    try:
        return await QueuedQuestion.find(session, scope, question_id)
    except NotFound:
        await Message.find(session, scope, question_id)
        raise Unacceptable(Text("refused-asked")) from None
