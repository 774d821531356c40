"""How much one user may ask of models."""

from collections.abc import Awaitable, Callable

from sqlalchemy.orm import aliased
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.chats.text import Unacceptable
from chat_stream.limits import Rate, Rates, TooMany
from chat_stream.limits.settings import LimitSettings
from chat_stream.models import Attempt, Message, QueuedQuestion, Scope, followed_by
from chat_stream.models.attempt import LIVE
from chat_stream.texts import Text

Elsewhere = Callable[[str], Awaitable[int]]
"""Counts the answers being written for a user outside the transaction's own database."""


class Allowance:
    """Limits on questions a minute, on answers being written at a time, and on waiting questions."""

    def __init__(self, rates: Rates, limits: LimitSettings, elsewhere: Elsewhere) -> None:
        self._rates = rates
        self._sends = Rate("sends", limits.sends, 60, Text("limit-sends", most=limits.sends))
        self._generations = limits.generations
        self._queued = limits.queued
        self._elsewhere = elsewhere

    async def take(self, session: AsyncSession, scope: Scope, answers: int = 1) -> None:
        """Counts this many more answers: all of them, or none.

        Raises:
            Unacceptable: That is too many; the sentence says when to try again.
        """
        await self.check_room(session, scope.user_id, answers)
        await self._count_send(scope, answers)

    async def take_place(self, session: AsyncSession, scope: Scope, answers: int) -> None:
        """Counts one more waiting question, which this many models will answer.

        Raises:
            Unacceptable: There is one too many; the sentence says when to try again.
        """
        if await QueuedQuestion.count_of(session, scope.user_id) >= self._queued:
            raise Unacceptable(Text("refused-queued", most=self._queued))
        if answers > self._generations:  # otherwise it could never be asked
            raise Unacceptable(_too_many(self._generations, 0, answers))
        await self._count_send(scope, answers)

    async def check_room(self, session: AsyncSession, user_id: str, answers: int) -> None:
        """Checks that this many more answers may be written for a user.

        Raises:
            Unacceptable: That is too many; the sentence says when to try again.
        """
        written = await self._written(session, user_id)
        if written + answers > self._generations:
            raise Unacceptable(_too_many(self._generations, written, answers))

    async def has_room(self, session: AsyncSession, user_id: str, answers: int) -> bool:
        return await self._written(session, user_id) + answers <= self._generations

    async def _written(self, session: AsyncSession, user_id: str) -> int:
        return await being_written(session, user_id) + await self._elsewhere(user_id)

    async def _count_send(self, scope: Scope, answers: int) -> None:
        try:
            await self._rates.take(self._sends, scope.user_id, amount=answers)
        except TooMany as error:
            raise Unacceptable(error.text) from None


def _too_many(most: int, written: int, answers: int) -> Text:
    if written >= most:
        return Text("refused-generations", most=most)
    return Text("refused-beside", most=most, written=written, answers=answers)


async def being_written(session: AsyncSession, user_id: str) -> int:
    """The number of answers being written to this user's questions, on all workers."""
    question = aliased(Message)
    query = (
        select(func.count())
        .select_from(Attempt)
        .join(Message, col(Message.id) == col(Attempt.message_id))
        .join(question, col(question.id) == followed_by(Message))
        .where(col(Attempt.status).in_(LIVE), col(question.author_id) == user_id)
    )
    return (await session.exec(query)).one()
