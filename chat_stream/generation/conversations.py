"""The use cases of a chat: begin one, send, retry, stop.

Invariant: a message, its answer's attempt and the attempt's lease are made in one transaction, so that no
crash leaves a message that nobody will ever answer.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.database import Database, database_clock
from chat_stream.generation.allowance import Allowance
from chat_stream.generation.runner import Runner
from chat_stream.generation.text import Unacceptable, checked, title_of
from chat_stream.models import Attempt, Chat, Ending, Message, MessageRole, Scope, Status, authorize
from chat_stream.models.attempt import LEASE, LIVE
from chat_stream.streaming import Hub, Wake, account_topic, chat_topic, fence_topic
from chat_stream.streaming.commit import conclude
from chat_stream.telemetry import traced


@dataclass(frozen=True, slots=True)
class Sent:
    """Where a sent message is."""

    chat_id: str
    message_id: str


class Conversations:
    """What people do with chats. Every use case starts from the scope of who asks.

    Args:
        models: The names of the models that there are for somebody; the first is the default.
    """

    def __init__(
        self,
        database: Database,
        hub: Hub,
        runner: Runner,
        models: Callable[[Scope], Awaitable[Sequence[str]]],
        allowance: Allowance,
    ) -> None:
        self._database = database
        self._hub = hub
        self._runner = runner
        self._models = models
        self._allowance = allowance

    async def find(self, scope: Scope, chat_id: str) -> Chat:
        """The chat, if it is there for this scope.

        Raises:
            NotFound: It isn't.
        """
        async with self._database.read() as session:
            return await Chat.find(session, scope, chat_id)

    @traced("send")
    async def send(self, scope: Scope, *, chat_id: str | None, text: str, client_id: str, model: str = "") -> Sent:
        """Adds a message to a chat (to a new one without `chat_id`) and begins to answer it.

        Sent twice with one `client_id`, it is one message and one call to the provider. Without a model, the
        chat's own answers, or the default.

        Raises:
            NotFound: There is no such chat for this scope.
            Unacceptable: The text or the model can't be taken, or it is too much; nothing was changed.
        """
        text = checked(text)
        self._check_is_open()
        models = await self._models(scope)
        try:
            return await self._send(scope, chat_id, text, client_id, model, models)
        except IntegrityError:
            # Sent twice at the same instant: the other one was faster.
            async with self._database.read() as session:
                if sent := await Message.sent_as(session, scope.user_id, client_id):
                    return Sent(sent.chat_id, sent.id)
            raise

    async def _send(
        self, scope: Scope, chat_id: str | None, text: str, client_id: str, model: str, models: Sequence[str]
    ) -> Sent:
        async with self._database.write() as session:
            await self._authorize(session, scope)
            if sent := await Message.sent_as(session, scope.user_id, client_id):
                return Sent(sent.chat_id, sent.id)
            await self._allowance.take(session, scope)
            chat = await self._chat_for(session, scope, chat_id, text, models[0])
            chat.model = _checked_model(model or chat.model, models)
            question = await Message.append(
                session, chat.id, MessageRole.USER, content=text, author_id=scope.user_id, client_id=client_id
            )
            answer = await Message.append(session, chat.id, MessageRole.ASSISTANT)
            attempt = await self._begin_attempt(session, answer, chat.model, number=1)
            await chat.rise(session)
        self._start(attempt)
        self._hub.publish(account_topic(scope.account_id), Wake())
        return Sent(chat.id, question.id)

    @traced("retry")
    async def retry(self, scope: Scope, message_id: str) -> None:
        """Answers again in place, after a failure, a stop or an interruption.

        Raises:
            NotFound: There is no such message for this scope.
            Unacceptable: It is being written, or complete, or it is too much, or its model isn't there any more.
        """
        models = await self._models(scope)
        async with self._database.write() as session:
            await self._authorize(session, scope)
            message = await Message.find(session, scope, message_id)
            await message.revise(session)
            last = await session.get_one(Attempt, message.attempt_id)
            if last.is_live or last.status == Status.COMPLETED:
                raise Unacceptable("This answer is complete or being written already.")
            await self._allowance.take(session, scope)
            asked = await session.get_one(Chat, message.chat_id)
            attempt = await self._begin_attempt(
                session, message, _checked_model(asked.model, models), number=last.number + 1
            )
            await asked.enlist(session)
        self._start(attempt)
        self._hub.publish(account_topic(scope.account_id), Wake())

    @traced("stop")
    async def stop(self, scope: Scope, message_id: str) -> None:
        """Ends an answer that is being written; what it has of text stays.

        Raises:
            NotFound: There is no such message for this scope.
        """
        async with self._database.read() as session:
            await self._authorize(session, scope)
            message = await Message.find(session, scope, message_id)
        if message.attempt_id:
            await self.end(message.attempt_id, message.chat_id)

    async def stop_all(self, scope: Scope, chat_id: str) -> None:
        """Ends all answers of a chat that are being written.

        Raises:
            NotFound: There is no such chat for this scope.
        """
        async with self._database.read() as session:
            await self._authorize(session, scope)
            chat = await Chat.find(session, scope, chat_id)
            live = select(Attempt.id).where(Attempt.chat_id == chat.id, col(Attempt.status).in_(LIVE))
            attempt_ids = (await session.exec(live)).all()
        for attempt_id in attempt_ids:
            await self.end(attempt_id, chat_id)

    async def choose_model(self, scope: Scope, chat_id: str, model: str) -> None:
        """From now on, this chat is answered by that model.

        Raises:
            NotFound: There is no such chat for this scope.
            Unacceptable: There is no such model.
        """
        models = await self._models(scope)
        async with self._database.write() as session:
            chat = await Chat.find(session, scope, chat_id)
            chat.model = _checked_model(model, models)
            session.add(chat)

    async def _authorize(self, session: AsyncSession, scope: Scope) -> None:
        await authorize(session, scope)

    def _check_is_open(self) -> None:
        if self._runner.is_draining:
            raise Unacceptable("The server is being restarted. Send again in a moment.")

    async def _chat_for(
        self, session: AsyncSession, scope: Scope, chat_id: str | None, text: str, default: str
    ) -> Chat:
        if chat_id:
            return await Chat.find(session, scope, chat_id)
        chat = Chat(account_id=scope.account_id, created_by=scope.user_id, title=title_of(text), model=default)
        session.add(chat)
        await session.flush()
        return chat

    async def _begin_attempt(self, session: AsyncSession, message: Message, model: str, *, number: int) -> Attempt:
        attempt = Attempt(message_id=message.id, chat_id=message.chat_id, model=model, number=number)
        session.add(attempt)
        await session.flush()
        lease = update(Attempt).where(col(Attempt.id) == attempt.id).values(lease_until=database_clock() + LEASE)
        await session.exec(lease)
        message.attempt_id = attempt.id
        session.add(message)
        return attempt

    def _start(self, attempt: Attempt) -> None:
        self._runner.start(attempt)
        self._hub.publish(chat_topic(attempt.chat_id), Wake())

    async def end(self, attempt_id: str, chat_id: str) -> None:
        """Stops an attempt wherever it runs, for somebody who was found to be allowed to."""
        if self._runner.stop(attempt_id):
            return
        # Another worker writes it, or nobody does: taking the fence ends it either way.
        taken = (
            update(Attempt)
            .where(col(Attempt.id) == attempt_id, col(Attempt.status).in_(LIVE))
            .values(fence=Attempt.fence + 1)
            .returning(col(Attempt.id))
        )
        async with self._database.write_rows() as connection:
            if (await connection.execute(taken)).first():
                await conclude(connection, {attempt_id: Ending(Status.STOPPED)})
        self._hub.publish(chat_topic(chat_id), Wake())
        self._hub.publish(fence_topic(attempt_id), Wake())


def _checked_model(model: str, models: Sequence[str]) -> str:
    if model not in models:
        raise Unacceptable(f"The model {model!r} isn't available here. Choose another one.")
    return model
