"""The reads that the follows of a worker share: those that ask for the same thing at the same time get one read.

When a crowd comes back to one chat, the chat is read once, and one query finds out who of them may see it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.database import Batch, Database, SingleFlight
from chat_stream.models import (
    Attempt,
    Branches,
    Chat,
    Message,
    Place,
    QueuedQuestion,
    Revoked,
    Scope,
    places_since,
    valid_scopes,
)
from chat_stream.streaming.follow.authors import Authors

MESSAGES_A_PAGE = 50
"""The number of messages sent at a time: first the end of the branch, then older ones as the viewer asks for them."""


class Lack(NamedTuple):
    """The changes that a viewer of a chat lacks: everything after a revision (0 for a viewer without anything), and
    besides that these messages and the messages that show these attempts."""

    account_id: str
    chat_id: str
    revision: int
    message_ids: frozenset[str]
    attempt_ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes that a viewer lacks, from one state of the database. Several viewers share the object, so it must not
    be modified."""

    chat: Chat
    messages: Sequence[Message]
    attempts: Mapping[str, Attempt]
    places: Sequence[Place]
    queue: Sequence[QueuedQuestion]
    authors: Authors


class Reads:
    """The shared reads of one worker.

    Args:
        authority: The database that says who may see what, if it is another one.
    """

    def __init__(self, database: Database, authority: Database | None = None) -> None:
        self.database = database
        self._authority = authority or database
        self._scopes = Batch(self._valid_scopes)
        self._changes = SingleFlight(self._read_changes)

    async def authorize(self, scope: Scope) -> None:
        """Checks that the scope still holds.

        Raises:
            Revoked: It doesn't.
        """
        if not await self._scopes.ask(scope):
            raise Revoked

    async def changes(self, scope: Scope, lack: Lack) -> Changes:
        """Reads what is lacking, and only then checks that the viewer may see it. So no viewer gets text that is newer
        than its right to see it.

        Raises:
            NotFound: It isn't theirs, or isn't any more.
        """
        try:
            return await self._changes.read(lack)
        finally:
            await self.authorize(scope)

    async def _valid_scopes(self, scopes: Collection[Scope]) -> Mapping[Scope, bool]:
        async with self._authority.read_rows() as connection:
            valid = await valid_scopes(connection, {scope.grant_id for scope in scopes})
        return dict.fromkeys(valid, True)

    async def _read_changes(self, lack: Lack) -> Changes:
        async with self.database.read() as session:
            chat = await Chat.of_account(session, lack.account_id, lack.chat_id)
            places = await places_since(session, lack.chat_id, lack.revision)
            messages = await _messages(session, lack, places)
            attempts = await Attempt.with_ids(session, [message.attempt_id or "" for message in messages])
            has_queue = chat.queue_revision > lack.revision
            queue = await QueuedQuestion.waiting_in(session, chat.id) if has_queue else ()
            authors = await Authors.of_messages(session, lack.account_id, [*messages, *queue])
        return Changes(chat, messages, attempts, places, queue, authors)


async def _messages(session: AsyncSession, lack: Lack, places: Sequence[Place]) -> Sequence[Message]:
    _, chat_id, revision, message_ids, attempt_ids = lack
    if revision:
        return await Message.changed_since(session, chat_id, revision, message_ids, attempt_ids)
    branches = Branches(places)
    end = [*branches.chosen()[-MESSAGES_A_PAGE:], *branches.compared()]
    live = await Attempt.live_in(session, chat_id)
    return await Message.among(session, chat_id, [*end, *message_ids], [*live, *attempt_ids])
