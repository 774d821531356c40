"""A follow of one chat: its messages, and the text of those that are being written.

First load, second tab, reconnect and slow viewer are all the same here: a cursor.

Invariant: a viewer learns how a message ended only after it has the whole text.

A viewer without a cursor learns the place of every message, and gets the messages at the end of the branch and those
that are being written; it asks for others by their ids. From then on it learns of every change, even to messages that
it hasn't got. So what it has is always as new as its revision, and it may ask for the rest at any time.
"""

from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

from chat_stream.database import patiently
from chat_stream.models import Attempt, Chat, Message, Place, Scope, Total
from chat_stream.streaming.delta import Delta, Positions
from chat_stream.streaming.follow.follow import Follow
from chat_stream.streaming.follow.live_copy import LiveCopies, LiveCopy
from chat_stream.streaming.follow.reads import MESSAGES_A_PAGE, Changes, Lack, Reads
from chat_stream.streaming.follow.snapshot import snapshot_of
from chat_stream.streaming.follow.view import MessageView, QueuedView
from chat_stream.streaming.hub import Hub, chat_topic


@dataclass(frozen=True, slots=True)
class Cursor:
    """A viewer's state: the chat's messages up to a revision, and how far the text of each unfinished attempt has
    reached."""

    revision: int = 0
    positions: Mapping[str, Positions] = field(default_factory=dict[str, Positions])


@dataclass(frozen=True, slots=True)
class MessageChanged:
    """A new or changed message. `text` and `reasoning` are the stored texts. None means that the text comes as the
    attempt's stream; if the message isn't live, the viewer already has all of it."""

    message: MessageView
    text: str | None = None
    reasoning: str | None = None


@dataclass(frozen=True, slots=True)
class Streams:
    """The message now shows this attempt's stream. The viewer has everything before `ends`."""

    message_id: str
    attempt_id: str
    ends: Positions


@dataclass(frozen=True, slots=True)
class Grew:
    """Text was appended to a live message."""

    delta: Delta


@dataclass(frozen=True, slots=True)
class Placed:
    """The place of a message: which message it follows, and how recently it was chosen among its versions."""

    place: Place


@dataclass(frozen=True, slots=True)
class Counted:
    """The tokens and cost of all answers of the chat so far."""

    chat_id: str
    total: Total


@dataclass(frozen=True, slots=True)
class Queued:
    """The chat's queue, in order: each question's id, and the answer that it waits for. `new` holds the questions that
    the viewer lacks."""

    chat_id: str
    revision: int
    waiting: Sequence[tuple[str, str]]
    new: Sequence[QueuedView]


Update = MessageChanged | Placed | Streams | Grew | Counted | Queued


class ChatFollow(Follow[Update]):
    """The cursor of one viewer in each message of a chat."""

    def __init__(self, reads: Reads, hub: Hub, copies: LiveCopies, scope: Scope, chat_id: str, cursor: Cursor) -> None:
        super().__init__(reads, hub, scope, chat_topic(chat_id))
        self.chat_id = chat_id
        self._copies = copies
        self._revision = cursor.revision
        self._positions = dict(cursor.positions)
        self._followed: dict[str, _Followed] = {}
        self._total = Total()
        self._wanted: set[str] = set()

    @property
    def revision(self) -> int:
        return self._revision

    def reach(self, message_ids: Sequence[str]) -> None:
        """Asks for these messages too, at most a page of them. The latest request replaces earlier ones."""
        self._wanted = set(message_ids[:MESSAGES_A_PAGE])
        self.look()

    async def close(self) -> None:
        for attempt_id in tuple(self._followed):
            await self._release(attempt_id)

    async def _next(self) -> Sequence[Update]:
        updates: list[Update] = []
        if self._is_stale:
            self._is_stale = False
            updates += await self._changed_messages()
        for followed in self._followed.values():
            updates += self._grown(followed.copy)
        return updates

    async def _changed_messages(self) -> list[Update]:
        wanted = frozenset(self._wanted)
        lack = Lack(self.scope.account_id, self.chat_id, self._revision, wanted, self._resumed())
        changes = await patiently(lambda: self._reads.changes(self.scope, lack))
        self._wanted -= wanted
        updates: list[Update] = []
        for message in changes.messages:
            await self._release_earlier_attempts(message)
            is_known = message.revision <= self._revision and message.id not in wanted
            attempt = changes.attempts.get(message.attempt_id or "")
            updates += await self._changed(message, attempt, changes.authors.of(message), is_known=is_known)
        updates += [Placed(place) for place in changes.places]
        updates += self._counted(changes.chat)
        updates += self._queued(changes)
        self._positions = {id: has for id, has in self._positions.items() if id in self._followed}
        self._revision = max(changes.chat.revision, self._revision)
        return updates

    def _counted(self, chat: Chat) -> list[Update]:
        """The chat's sum, unless the viewer's revision shows that it has been sent already."""
        if chat.revision <= self._revision or chat.total == self._total:
            return []
        self._total = chat.total
        return [Counted(chat.id, chat.total)]

    def _queued(self, changes: Changes) -> list[Update]:
        chat, queue = changes.chat, changes.queue
        if chat.queue_revision <= self._revision:
            return []
        is_new = (question for question in queue if question.revision > self._revision)
        new = [QueuedView.of(question, self.scope.user_id, changes.authors.of(question)) for question in is_new]
        waiting = [(question.id, question.waits_for) for question in queue]
        return [Queued(chat.id, chat.queue_revision, waiting, new)]

    async def _changed(self, message: Message, attempt: Attempt | None, author: str, *, is_known: bool) -> list[Update]:
        view = MessageView.of(message, attempt, author)
        if attempt is None:
            return [MessageChanged(view, message.content, "")]
        if attempt.is_live:
            return await self._begun(view, is_known=is_known)
        if attempt.id in self._positions:
            return await self._ended(view)
        return [MessageChanged(view, attempt.content, attempt.reasoning)]

    def _resumed(self) -> frozenset[str]:
        """The attempts whose text the viewer has in part, but which aren't followed here yet."""
        return frozenset(attempt_id for attempt_id in self._positions if attempt_id not in self._followed)

    async def _begun(self, view: MessageView, *, is_known: bool) -> list[Update]:
        if view.attempt_id not in self._followed:
            stack = AsyncExitStack()
            copy = await stack.enter_async_context(self._copies.hold(view.attempt_id, self._news.set))
            self._followed[view.attempt_id] = _Followed(view.id, copy, stack)
        has = self._positions.setdefault(view.attempt_id, Positions())
        return [*([] if is_known else [MessageChanged(view)]), Streams(view.id, view.attempt_id, has)]

    async def _ended(self, view: MessageView) -> list[Update]:
        """Sends the rest of the text, then how the message ended."""
        await self._release(view.attempt_id)
        has = self._positions.pop(view.attempt_id)
        snapshot = await patiently(lambda: snapshot_of(self._reads.database, view.attempt_id, has))
        if snapshot is None:
            return []
        rest = [Grew(delta) for delta in snapshot.deltas]
        return [Streams(view.id, view.attempt_id, has), *rest, MessageChanged(view)]

    def _grown(self, copy: LiveCopy) -> list[Update]:
        has = self._positions[copy.attempt_id]
        deltas = copy.since(has)
        for delta in deltas:
            has = has.at(delta.part, delta.end)
        self._positions[copy.attempt_id] = has
        return [Grew(delta) for delta in deltas]

    async def _release_earlier_attempts(self, message: Message) -> None:
        for attempt_id, followed in tuple(self._followed.items()):
            if followed.message_id == message.id and attempt_id != message.attempt_id:
                await self._release(attempt_id)

    async def _release(self, attempt_id: str) -> None:
        if followed := self._followed.pop(attempt_id, None):
            await followed.held.aclose()


@dataclass(frozen=True, slots=True)
class _Followed:
    """The copy of a live message. It is held until `held` is closed."""

    message_id: str
    copy: LiveCopy
    held: AsyncExitStack
