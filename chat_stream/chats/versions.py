"""The use cases that make and choose branches of a chat: regenerate, edit and send again, show another version.

Invariant: nothing that was written is lost. A new version stands beside the old one, and each keeps the messages that
follow it.
"""

from collections.abc import Sequence

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.chats.messages import SentMessage
from chat_stream.chats.new_attempts import NewAttempts, checked_model, checked_models, shown_attempt
from chat_stream.chats.text import Unacceptable, checked
from chat_stream.database import Database
from chat_stream.models import Attempt, Branches, Chat, Message, MessageRole, QueuedQuestion, Scope, write_for
from chat_stream.models.attempt import LIVE
from chat_stream.telemetry import traced
from chat_stream.texts import Text


class Versions:
    """The use cases. Each starts from the scope of whoever asks."""

    def __init__(self, database: Database, new_attempts: NewAttempts) -> None:
        self._database = database
        self._new_attempts = new_attempts

    @traced("regenerate")
    async def regenerate(self, scope: Scope, message_id: str, model: str = "") -> None:
        """Answers a question once more, with the same model or another. The earlier answer stays; questions that waited
        for it now wait for the new one.

        Raises:
            NotFound: There is no such message for this scope.
            Unacceptable: It is no answer, that model writes one already, it is too much, or there is no such model.
        """
        self._new_attempts.check_is_open()
        models = await self._new_attempts.models(scope)
        async with write_for(self._database, scope) as session:
            message, chat, branches = await _found(session, scope, message_id)
            shown = await shown_attempt(session, message)
            model = checked_model(model or _model_of(shown, chat, models), models)
            await _check_writes_none(session, branches.versions(message.id), model)
            await self._new_attempts.allowance.take(session, scope)
            attempts = await self._new_attempts.answer(session, chat.id, branches.followed_by(message.id), [model])
            await QueuedQuestion.move(session, chat.id, [message.id], attempts[0].message_id)
            await chat.move_to_top(session)
        self._new_attempts.start(attempts)

    @traced("edit")
    async def edit(
        self,
        scope: Scope,
        message_id: str,
        *,
        text: str,
        client_id: str,
        model: str = "",
        beside: Sequence[str] = (),
    ) -> SentMessage:
        """Asks a question in other words and answers it. The old question stays, with everything that followed it.

        If it is sent twice with the same `client_id`, it becomes one message. Without a model, the chat's own model
        answers. The models in `beside` answer too, to be compared.

        Raises:
            NotFound: There is no such message for this scope.
            Unacceptable: It is no question, the text or the model can't be taken, or it is too much.
        """
        text = checked(text)
        self._new_attempts.check_is_open()
        models = await self._new_attempts.models(scope)
        async with write_for(self._database, scope) as session:
            message, chat, branches = await _found(session, scope, message_id)
            if sent := await Message.sent_as(session, scope.user_id, client_id):
                return SentMessage(sent.chat_id, sent.id)
            if message.role != MessageRole.USER:
                raise Unacceptable(Text("refused-no-question"))
            asked = checked_models([model or chat.model, *beside], models)
            await self._new_attempts.allowance.take(session, scope, len(asked))
            follows = branches.followed_by(message.id)
            words = {"content": text, "author_id": scope.user_id, "client_id": client_id}
            question, attempts = await self._new_attempts.ask(session, chat.id, follows=follows, models=asked, **words)
            await chat.move_to_top(session)
        self._new_attempts.start(attempts)
        return SentMessage(chat.id, question.id)

    async def choose(self, scope: Scope, message_id: str) -> None:
        """Shows this version to everybody from now on, and of the messages that follow it those that were chosen last.

        Raises:
            NotFound: There is no such message for this scope.
        """
        async with write_for(self._database, scope) as session:
            message, _, branches = await _found(session, scope, message_id)
            await _choose(session, message, branches)

    @traced("go on with")
    async def go_on_with(self, scope: Scope, message_id: str) -> str:
        """Ends a comparison: the chat shows this answer, and its model alone answers from now on. The other answers
        become versions of it, even those that are still being written.

        Returns:
            The model.

        Raises:
            NotFound: There is no such message for this scope.
            Unacceptable: It is no answer.
        """
        models = await self._new_attempts.models(scope)
        async with write_for(self._database, scope) as session:
            message, chat, branches = await _found(session, scope, message_id)
            model = _model_of(await shown_attempt(session, message), chat, models)
            await _choose(session, message, branches)
            chat.answer_with([model])
            session.add(chat)
        return model


async def _found(session: AsyncSession, scope: Scope, message_id: str) -> tuple[Message, Chat, Branches]:
    """Finds a message and locks its chat. The chat moves to the top of its account's list last, as when a message is
    sent."""
    message = await Message.find(session, scope, message_id)
    chat = await session.get_one(Chat, message.chat_id)
    await session.refresh(chat, with_for_update=True)
    return message, chat, await Branches.of(session, chat.id)


async def _choose(session: AsyncSession, message: Message, branches: Branches) -> None:
    """Chooses an answer. Questions that waited below the compared answers now wait below the chosen one."""
    await QueuedQuestion.move(session, message.chat_id, branches.compared_with(message.id), message.id)
    await message.choose(session)


def _model_of(shown: Attempt, chat: Chat, models: Sequence[str]) -> str:
    """The model of the shown answer, if it still exists; otherwise the chat's model."""
    return shown.asked_for if shown.asked_for in models else chat.model


async def _check_writes_none(session: AsyncSession, message_ids: Sequence[str], model: str) -> None:
    """Refuses a second answer from a model that is still writing one, as after a double click."""
    live = select(Attempt.id).where(
        col(Attempt.message_id).in_(message_ids), col(Attempt.status).in_(LIVE), Attempt.model == model
    )
    if (await session.exec(live)).first():
        raise Unacceptable(Text("refused-writing-already"))
