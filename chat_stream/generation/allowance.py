"""How much one person may ask of models."""

from sqlalchemy.orm import aliased
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.generation.text import Unacceptable
from chat_stream.limit_settings import LimitSettings
from chat_stream.limits import Rate, Rates, TooMany
from chat_stream.models import Attempt, Message, Scope, followed_by
from chat_stream.models.attempt import LIVE
from chat_stream.texts import Text


class Allowance:
    """Questions a minute, and answers being written at a time."""

    def __init__(self, rates: Rates, limits: LimitSettings) -> None:
        self._rates = rates
        self._sends = Rate("sends", limits.sends, 60, Text("limit-sends", most=limits.sends))
        self._generations = limits.generations

    async def take(self, session: AsyncSession, scope: Scope, answers: int = 1) -> None:
        """Counts so many more answers that are asked for: all of them, or none.

        Raises:
            Unacceptable: That is too many; the sentence says when to try again.
        """
        written = await _being_written(session, scope.user_id)
        if written + answers > self._generations:
            raise Unacceptable(_too_many(self._generations, written, answers))
        try:
            await self._rates.take(self._sends, scope.user_id, amount=answers)
        except TooMany as error:
            raise Unacceptable(error.text) from None


def _too_many(most: int, written: int, answers: int) -> Text:
    if written >= most:
        return Text("refused-generations", most=most)
    return Text("refused-beside", most=most, written=written, answers=answers)


async def _being_written(session: AsyncSession, user_id: str) -> int:
    """Answers in progress to questions of this user, on all workers."""
    question = aliased(Message)
    query = (
        select(func.count())
        .select_from(Attempt)
        .join(Message, col(Message.id) == col(Attempt.message_id))
        .join(question, col(question.id) == followed_by(Message))
        .where(col(Attempt.status).in_(LIVE), col(question.author_id) == user_id)
    )
    return (await session.exec(query)).one()
