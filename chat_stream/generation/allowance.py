"""How much one person may ask of models."""

from sqlalchemy.orm import aliased
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.generation.text import Unacceptable
from chat_stream.limit_settings import LimitSettings
from chat_stream.limits import Rate, Rates, TooMany
from chat_stream.models import Attempt, Message, Scope, followed_by
from chat_stream.models.attempt import LIVE


class Allowance:
    """Questions a minute, and answers being written at a time."""

    def __init__(self, rates: Rates, limits: LimitSettings) -> None:
        self._rates = rates
        self._sends = Rate("sends", limits.sends, 60, f"You sent {limits.sends} messages within a minute.")
        self._generations = limits.generations

    async def take(self, session: AsyncSession, scope: Scope) -> None:
        """Counts one more answer that is asked for.

        Raises:
            Unacceptable: There is one too many; the sentence says when to try again.
        """
        if await _being_written(session, scope.user_id) >= self._generations:
            raise Unacceptable(
                f"{self._generations} answers are being written for you already. Send again when one has ended."
            )
        try:
            await self._rates.take(self._sends, scope.user_id)
        except TooMany as error:
            raise Unacceptable(error.sentence) from None


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
