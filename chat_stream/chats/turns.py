"""Decides which waiting questions of a chat may be asked now.

A question waits for all earlier answers on its branch. After an answer that was stopped or failed, it waits for a
person: whoever stops an answer wants no more, and what failed would probably fail again.
"""

from collections.abc import Sequence

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models import Attempt, Branches, Message, QueuedQuestion, Status
from chat_stream.models.attempt import LIVE

GOES_ON_AFTER = (Status.COMPLETED, Status.INTERRUPTED)
"""The statuses after which a queue continues. After an interruption the provider is fine and nobody asked for it, so
whoever left a queue finds it answered."""


async def must_wait(session: AsyncSession, chat_id: str, branches: Branches) -> bool:
    """Whether a question at the end of the shown branch has to wait for an answer, or behind other questions."""
    branch, last = branches.chosen(), branches.compared()
    if not (await _written_in(session, chat_id)).isdisjoint([*branch, *last]):
        return True
    waiting = await QueuedQuestion.waiting_in(session, chat_id)
    has_queue = any(question.waits_for in branch for question in waiting)
    return has_queue and await _goes_on_after(session, last or branch[-1:])


async def due(session: AsyncSession, chat_id: str) -> list[QueuedQuestion]:
    """The questions that may be asked now, one for each branch."""
    waiting = await QueuedQuestion.waiting_in(session, chat_id)
    if not waiting:
        return []
    branches, written = await Branches.of(session, chat_id), await _written_in(session, chat_id)
    first: dict[str, QueuedQuestion] = {}
    for question in waiting:
        first.setdefault(end_for(branches, question), question)
    ends = {end: branches.compared_with(end) or [end] for end in first}
    return [
        question
        for end, question in first.items()
        if written.isdisjoint({*ends[end], *branches.before(end)}) and await _goes_on_after(session, ends[end])
    ]


def end_for(branches: Branches, question: QueuedQuestion) -> str:
    """The end of the branch on which a question waits. Usually the message that it waits for, unless a worker of a
    version without queues added messages after it."""
    return [question.waits_for, *branches.chosen_after(question.waits_for)][-1]


async def _written_in(session: AsyncSession, chat_id: str) -> set[str]:
    """The ids of the messages that are being written."""
    live = select(Attempt.message_id).where(Attempt.chat_id == chat_id, col(Attempt.status).in_(LIVE))
    return set((await session.exec(live)).all())


async def _goes_on_after(session: AsyncSession, message_ids: Sequence[str]) -> bool:
    """Whether the queue continues after these answers. Of compared answers, one is enough."""
    shown = select(Attempt.status).join(Message, col(Message.attempt_id) == Attempt.id)
    statuses = (await session.exec(shown.where(col(Message.id).in_(message_ids)))).all()
    return any(status in GOES_ON_AFTER for status in statuses)
