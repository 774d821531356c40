"""The use cases of messages: begin a chat, send, retry, continue.

Invariant: a message, its answer's attempt and the attempt's lease are made in one transaction, so that no
crash leaves a message that nobody will ever answer.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.chats.new_attempts import NewAttempts, checked_model, checked_models, shown_attempt
from chat_stream.chats.parameters import checked_parameters
from chat_stream.chats.text import Unacceptable, checked, title_of
from chat_stream.chats.turns import must_wait
from chat_stream.database import Database, SingleFlight
from chat_stream.generation.answer_text import text_of
from chat_stream.models import (
    Attempt,
    Branches,
    Chat,
    Message,
    Parameters,
    QueuedQuestion,
    Scope,
    Status,
    end_of_branch,
    locked_branches,
    write_for,
)
from chat_stream.telemetry import traced
from chat_stream.texts import Text

Beginning = Callable[[AsyncSession, Message, Attempt, str], Awaitable[Attempt]]
"""Makes the next attempt of a message after the last one, with the given model."""


@dataclass(frozen=True, slots=True)
class SentMessage:
    """The ids of a sent message and its chat."""

    chat_id: str
    message_id: str


class Messages:
    """The use cases. Each starts from the scope of whoever asks."""

    def __init__(self, database: Database, new_attempts: NewAttempts) -> None:
        self._database = database
        self._new_attempts = new_attempts
        self._found = SingleFlight(self._find)

    async def find(self, scope: Scope, chat_id: str) -> Chat:
        """The chat, if this scope can see it.

        Raises:
            NotFound: It isn't.
        """
        return await self._found.read((scope.account_id, chat_id))

    async def _find(self, which: tuple[str, str]) -> Chat:
        async with self._database.read() as session:
            return await Chat.of_account(session, *which)

    @traced("send")
    async def send(
        self,
        scope: Scope,
        *,
        chat_id: str | None,
        text: str,
        client_id: str,
        model: str = "",
        beside: Sequence[str] = (),
        parameters: Parameters = Parameters(),
        at_once: bool = False,
    ) -> SentMessage:
        """Adds a message to a chat (to a new one without `chat_id`) and begins to answer it. While an earlier answer is
        being written, the message waits in the chat's queue, unless `at_once` is set.

        If it is sent twice with the same `client_id`, it becomes one message, with one call to the provider for each
        model. Without a model, the chat's own model answers, or the default. The models in `beside` answer too, to be
        compared. A new chat begins with the parameters; an existing one keeps its own.

        Sent twice with one `client_id`, it is one message and one call to the provider for each model. Without a model,
        the chat's own answers, or the default; those `beside` it answer too, to be compared. A new chat begins with the
        parameters; another one has its own.

        Raises:
            NotFound: There is no such chat for this scope.
            Unacceptable: The text, the model or the parameters can't be taken, or it is too much; nothing was changed.
        """
        text, parameters = checked(text), checked_parameters(parameters)
        self._new_attempts.check_is_open()
        models = await self._new_attempts.models(scope)
        try:
            return await self._send(
                scope, chat_id, text, client_id, (model, *beside), models, parameters, at_once=at_once
            )
        except IntegrityError:
            # Sent twice at the same moment: the other request was faster.
            async with self._database.read() as session:
                if sent := await _sent(session, scope, client_id):
                    return sent
            raise

    async def _send(
        self,
        scope: Scope,
        chat_id: str | None,
        text: str,
        client_id: str,
        asked: Sequence[str],
        models: Sequence[str],
        parameters: Parameters,
        *,
        at_once: bool,
    ) -> SentMessage:
        async with write_for(self._database, scope) as session:
            if sent := await _sent(session, scope, client_id):
                return sent
            chat = (
                await Chat.find(session, scope, chat_id)
                if chat_id
                else await _begun(session, scope, text, models[0], parameters)
            )
            branches = await locked_branches(session, chat.id)
            if sent := await _sent(session, scope, client_id):  # sent while this waited for the lock
                return sent
            chat.answer_with(checked_models([asked[0] or chat.model, *asked[1:]], models))
            question = {"content": text, "author_id": scope.user_id, "client_id": client_id}
            if not at_once and await must_wait(session, chat.id, branches):
                await self._new_attempts.allowance.take_place(session, scope, len(asked))
                sent = await QueuedQuestion.join(session, chat, waits_for=branches.chosen()[-1], **question)
                attempts: Sequence[Attempt] = ()
            else:
                await self._new_attempts.allowance.take(session, scope, len(asked))
                follows = await end_of_branch(session, branches)
                sent, attempts = await self._new_attempts.ask(
                    session, chat.id, follows=follows, models=chat.models, **question
                )
            await chat.move_to_top(session)
        self._new_attempts.start(attempts)
        return SentMessage(chat.id, sent.id)

    @traced("retry")
    async def retry(self, scope: Scope, message_id: str) -> None:
        """Answers again after a failure, a stop or an interruption, in the same message.

        Raises:
            NotFound: There is no such message for this scope.
            Unacceptable: It is being written, or complete, or it is too much, or its model isn't there any more.
        """
        await self._answer_again(scope, message_id, self._new_attempts.answer_again, _can_be_retried)

    @traced("continue")
    async def go_on(self, scope: Scope, message_id: str) -> None:
        """Continues an answer that was stopped, interrupted or cut off: makes a new attempt that begins with its text.

        Raises:
            NotFound: There is no such message for this scope.
            Unacceptable: There is nothing to go on from, or it is too much, or its model isn't there any more.
        """
        await self._answer_again(scope, message_id, self._new_attempts.go_on, _can_go_on)

    async def _answer_again(
        self, scope: Scope, message_id: str, begin: Beginning, is_possible: Callable[[Attempt], bool]
    ) -> None:
        models = await self._new_attempts.models(scope)
        async with write_for(self._database, scope) as session:
            message = await Message.find(session, scope, message_id)
            await message.revise(session)
            last = await shown_attempt(session, message)
            if not is_possible(last):
                raise Unacceptable(Text("refused-complete"))
            await self._new_attempts.allowance.take(session, scope)
            chat = await session.get_one(Chat, message.chat_id)
            is_compared = (await Branches.of(session, chat.id)).compared_with(message.id)
            model = last.asked_for if is_compared else chat.model
            attempt = await begin(session, message, last, checked_model(model, models))
            await chat.touch_in_list(session)
        self._new_attempts.start([attempt])

    async def choose_model(self, scope: Scope, chat_id: str, model: str, beside: Sequence[str] = ()) -> None:
        """Sets the model that answers in this chat from now on, and the models to compare it with.

        Raises:
            NotFound: There is no such chat for this scope.
            Unacceptable: There is no such model, or they are too many.
        """
        models = await self._new_attempts.models(scope)
        async with write_for(self._database, scope) as session:
            chat = await Chat.find(session, scope, chat_id)
            chat.answer_with(checked_models([model, *beside], models))
            session.add(chat)


async def _sent(session: AsyncSession, scope: Scope, client_id: str) -> SentMessage | None:
    """The message with this client id, or the question that waits or waited under it."""
    for model in (Message, QueuedQuestion):
        if sent := await model.sent_as(session, scope.user_id, client_id):
            return SentMessage(sent.chat_id, sent.id)
    return None


async def _begun(session: AsyncSession, scope: Scope, text: str, model: str, parameters: Parameters) -> Chat:
    chat = Chat(account_id=scope.account_id, created_by=scope.user_id, title=title_of(text), model=model)
    chat.ask_with(parameters)
    session.add(chat)
    await session.flush()
    return chat


def _can_be_retried(last: Attempt) -> bool:
    return not last.is_live and (last.status != Status.COMPLETED or not text_of(last))


def _can_go_on(last: Attempt) -> bool:
    return bool(last.content or last.reasoning) and (bool(last.is_cut) or _can_be_retried(last))
