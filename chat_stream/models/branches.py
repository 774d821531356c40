"""The branches of a chat: which message follows which.

A message follows one other message. Messages that follow the same one are versions of each other; the version that was
chosen last is on the chat's branch. A chat without versions has one branch.

Answers that were asked for side by side are versions that were chosen at the same revision, none before the others.
They are a comparison until one of them, or another version, is chosen later.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Integer, and_, bindparam, func, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models.attempt import Attempt, Status
from chat_stream.models.chat import Chat
from chat_stream.models.message import Message

BEGINNING = ""
"""Stands for what the first message of a branch follows."""


class Place(NamedTuple):
    """The place of a message: the message that it follows, and when it was last chosen among its versions (as a
    revision of the chat; 0 if there was nothing to choose)."""

    message_id: str
    follows: str
    position: int
    chosen: int


class Branches:
    """The order of a chat's messages, without their text."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = {place.message_id: place for place in places}
        self._versions: defaultdict[str, list[Place]] = defaultdict(list)
        for place in self._places.values():
            self._versions[place.follows].append(place)

    @classmethod
    async def of(cls, session: AsyncSession, chat_id: str) -> "Branches":
        return cls(await places_since(session, chat_id, -1))

    def chosen(self) -> list[str]:
        """The messages of the branch that the chat shows, in order. Of a comparison, it contains the first answer."""
        return self.chosen_after(BEGINNING)

    def chosen_after(self, message_id: str) -> list[str]:
        """The messages of the shown branch that follow this message."""
        branch: list[str] = []
        while versions := self._versions.get(branch[-1] if branch else message_id):
            branch.append(_chosen_last(versions)[0])
        return branch

    def compared(self) -> list[str]:
        """The answers at the end of the shown branch that are shown side by side; empty if there is nothing to
        compare."""
        branch = self.chosen()
        return self.compared_with(branch[-1]) if branch else []

    def compared_with(self, message_id: str) -> list[str]:
        """The answers of the comparison that this one belongs to, including itself; empty if there is no comparison."""
        compared = _chosen_last(self._versions[self.followed_by(message_id)])
        return compared if len(compared) > 1 and message_id in compared else []

    def versions(self, message_id: str) -> list[str]:
        """The versions of this message, including itself, the oldest first."""
        versions = self._versions[self.followed_by(message_id)]
        return [place.message_id for place in sorted(versions, key=lambda place: place.position)]

    def followed_by(self, message_id: str) -> str:
        """The id of the message that this one follows."""
        return self._places[message_id].follows

    def before(self, message_id: str) -> set[str]:
        """The messages before this one on its branch."""
        earlier: set[str] = set()
        while message_id := self.followed_by(message_id):
            earlier.add(message_id)
        return earlier


def _chosen_last(versions: Sequence[Place]) -> list[str]:
    """The version that was chosen last, or the versions of a comparison, in order."""
    last = max(place.chosen for place in versions)
    chosen = [place for place in versions if place.chosen == last]
    return [place.message_id for place in sorted(chosen, key=lambda place: place.position)]


async def locked_branches(session: AsyncSession, chat_id: str) -> Branches:
    """The branches of a chat, which stays locked until the transaction ends: nobody else can add or choose a
    message."""
    await session.exec(select(Chat.id).where(Chat.id == chat_id).with_for_update())
    return await Branches.of(session, chat_id)


async def end_of_branch(session: AsyncSession, branches: Branches, last: str = "") -> str:
    """The id that the next message follows, on the branch that the chat shows or that ends with `last`.

    If the branch ends in a comparison, this ends it: the first answer that didn't fail is chosen.
    """
    branch = [last] if last else branches.chosen()
    if not branch:
        return BEGINNING
    if compared := branches.compared_with(branch[-1]):
        answer = await session.get_one(Message, first_that_did_not_fail(compared, await _failed(session, compared)))
        await answer.choose(session)
        return answer.id
    return branch[-1]


def first_that_did_not_fail(compared: Sequence[str], failed: Collection[str]) -> str:
    """The answer of a comparison that the next message follows. If all failed, it is the first."""
    return next((message_id for message_id in compared if message_id not in failed), compared[0])


async def _failed(session: AsyncSession, message_ids: Sequence[str]) -> Sequence[str]:
    query = select(Message.id).join(Attempt, col(Attempt.id) == Message.attempt_id)
    return (
        await session.exec(query.where(col(Message.id).in_(message_ids), col(Attempt.status) == Status.FAILED))
    ).all()


async def places_since(session: AsyncSession, chat_id: str, revision: int) -> Sequence[Place]:
    """The places of messages that were added or chosen after `revision`. -1 stands for all messages."""
    rows = await (await session.connection()).execute(_PLACES_SINCE, {"chat_id": chat_id, "revision": revision})
    return [Place(*row) for row in rows]


def followed_by(message: Any) -> ColumnElement[str]:
    """The id of the followed message, as an SQL expression for a class, an alias or a table's columns.

    Messages from versions without branches follow the message that was written before them.
    """
    written_before = aliased(Message)
    is_before = and_(
        col(written_before.chat_id) == message.chat_id, col(written_before.position) == message.position - 1
    )
    return func.coalesce(message.follows, select(written_before.id).where(is_before).scalar_subquery(), BEGINNING)


def _places_since() -> Any:
    columns = (Message.id, followed_by(Message), Message.position, Message.chosen)
    revision = bindparam("revision", type_=Integer)
    is_new = or_(col(Message.chosen) > revision, and_(col(Message.chosen) == 0, col(Message.revision) > revision))
    return select(*columns).where(Message.chat_id == bindparam("chat_id"), is_new).order_by(col(Message.position))


_PLACES_SINCE = _places_since()
"""Built once, because every viewer runs it at each change: building it takes longer than executing it."""
