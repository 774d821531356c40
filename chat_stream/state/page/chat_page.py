"""Says in object-specific deltas what a follow says of messages and attempts."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import count
from typing import Literal, TypedDict

from chat_stream.llm import label
from chat_stream.models import Counts, Place, Total
from chat_stream.models.record import now
from chat_stream.object_deltas import ObjectMap, Operation, append, bookmark, fold, grow
from chat_stream.state.page.initials import initials_of
from chat_stream.streaming import (
    PARTS,
    Counted,
    Cursor,
    Delta,
    Gone,
    Grew,
    MessageChanged,
    MessageView,
    Part,
    Placed,
    Positions,
    Queued,
    QueuedView,
    Streams,
)

BOOKMARK = "chat"
Loss = Literal["", "deleted", "revoked"]
"""Why a chat went that was shown; empty for one that never was there for this reader."""


class CountsEntry(TypedDict, total=False):
    """What an answer took, or all answers of a chat: US dollars and seconds. What nobody knows isn't there.

    `room` is how many tokens the model can be asked with; where the chat was longer, it read from `begins_with` on.
    """

    prompt_tokens: int
    completion_tokens: int
    is_estimated: bool
    cost: float
    first_token_after: float
    written_in: float
    room: int
    begins_with: str
    thought_in: float


class MessageEntry(TypedDict, total=False):
    """A message as the page shows it. While it is written, its text is in the map of streaming content. `asked` is what
    a person calls the model that was asked for, `model` its own name for itself. `at` is in milliseconds since 1970.
    `waited` is for how many seconds one had been waiting when the page was told: clocks differ."""

    role: str
    status: str
    at: int
    text: str
    reasoning: str
    model: str
    asked: str
    error: str
    provider_words: str
    waited: float
    author: str
    initials: str
    is_cut: bool
    counts: CountsEntry


class PlaceEntry(TypedDict):
    """Where a message stands among the chat's branches. The page knows by it which of them is shown."""

    follows: str
    position: int
    chosen: int


class StreamingContent(TypedDict, total=False):
    """What has been written so far of one message."""

    content: str
    reasoning: str


class WaitingEntry(TypedDict):
    """A question in a chat's queue, and the answer that it waits for."""

    id: str
    after: str


class QueueEntry(TypedDict):
    """What waits in a chat, on all its branches, in its order."""

    waiting: list[WaitingEntry]


class QueuedEntry(TypedDict, total=False):
    """A question that waits. Its author takes it back."""

    text: str
    own: bool
    author: str
    initials: str


MESSAGES = ObjectMap("messages", MessageEntry)
PLACES = ObjectMap("places", PlaceEntry)
STREAMING = ObjectMap("streaming", StreamingContent)
TOTALS = ObjectMap("totals", CountsEntry)
QUEUES = ObjectMap("queues", QueueEntry)
QUEUED = ObjectMap("queued", QueuedEntry)
Shown = MessageChanged | Placed | Streams | Grew | Counted | Queued | Gone

_FIELD_OF: dict[Part, str] = {"content": "text", "reasoning": "reasoning"}


class ChatPage:
    """One run of a follow: which small integer stands for which stream, and whether it was cut off.

    Args:
        revision: Up to which the page was told; 0 if it shows nothing of the chat, so that it can't be lost.
        comes_back: The page has streams, perhaps of attempts that were replaced while it was away.
    """

    def __init__(self, revision: int = 0, *, comes_back: bool = False) -> None:
        self._revision = int(revision)
        self._comes_back = comes_back
        self._aliases: dict[tuple[str, Part], int] = {}
        self._messages: dict[str, str] = {}
        self._numbers = count()
        self.is_gone = False
        self.loss: Loss = ""
        self._has_messages = bool(revision)

    def operations(self, batch: Sequence[Shown]) -> list[Operation]:
        operations = [operation for update in batch for operation in self._operations(update)]
        revisions = [update.message.revision for update in batch if isinstance(update, MessageChanged)]
        revisions += [update.place.chosen for update in batch if isinstance(update, Placed)]
        revisions += [update.revision for update in batch if isinstance(update, Queued)]
        if max(revisions, default=0) <= self._revision:  # older messages, which the page asked for
            return operations
        self._revision = max(revisions)
        return [*operations, bookmark(BOOKMARK, self._revision)]

    def _operations(self, update: Shown) -> list[Operation]:
        match update:
            case MessageChanged(message, text, reasoning):
                self._has_messages = True
                return self._message(message, text, reasoning)
            case Placed(place):
                return [PLACES.set(place.message_id, _entry_of(place))]
            case Streams(message_id, attempt_id, ends):
                self._messages[attempt_id] = message_id
                parts: list[Part] = [part for part in PARTS if part == "content" or ends.of(part)]
                earlier = [] if any(ends) else self._forget(message_id)
                return [*earlier, *(self._grow(attempt_id, part, ends.of(part)) for part in parts)]
            case Grew(delta):
                return self._append(delta)
            case Counted(chat_id, total):
                return [TOTALS.set(chat_id, _counts(total))]
            case Queued(chat_id, _, waiting, new):
                entries = [WaitingEntry(id=question_id, after=answer_id) for question_id, answer_id in waiting]
                texts = [QUEUED.set(question.id, _queued(question)) for question in new]
                return [*texts, QUEUES.set(chat_id, QueueEntry(waiting=entries))]
            case Gone(is_deleted):
                self.is_gone = True
                if self._has_messages:
                    self.loss = "deleted" if is_deleted else "revoked"
                return []

    def _message(self, message: MessageView, text: str | None, reasoning: str | None) -> list[Operation]:
        entry = MessageEntry(
            role=message.role,
            status=message.status,
            at=round(message.at.timestamp() * 1000),
            model=message.model,
            error=message.reason or message.error,
        )
        if message.asked_model:
            entry["asked"] = label(message.asked_model)
        if counts := _counts(message.counts):
            entry["counts"] = counts
        if message.is_cut:
            entry["is_cut"] = True
        if message.provider_words:
            entry["provider_words"] = message.provider_words
        if message.began_at and not message.status.is_terminal:
            entry["waited"] = max(0.0, (now() - message.began_at).total_seconds())
        if message.author:
            entry["author"], entry["initials"] = message.author, initials_of(message.author)
        if text is not None:
            entry["text"], entry["reasoning"] = text, reasoning or ""
            may_stream = self._comes_back or message.id in self._messages.values()
            return [MESSAGES.set(message.id, entry), *(self._forget(message.id) if may_stream else [])]
        folds = self._fold(message) if message.status.is_terminal else []
        return [MESSAGES.set(message.id, entry), *folds]

    def _forget(self, message_id: str) -> list[Operation]:
        """What the page may have of an earlier attempt, of which it wasn't told how it ended."""
        return [STREAMING.delete(message_id)]

    def _fold(self, message: MessageView) -> list[Operation]:
        aliases = {part: self._aliases.pop((message.attempt_id, part), None) for part in PARTS}
        return [
            fold(alias, MESSAGES.name, message.id, _FIELD_OF[part])
            for part in PARTS
            if (alias := aliases[part]) is not None
        ]

    def _append(self, delta: Delta) -> list[Operation]:
        alias = self._aliases.get((delta.attempt_id, delta.part))
        if alias is not None:
            return [append(alias, delta.start, delta.end, delta.text)]
        announced = self._grow(delta.attempt_id, delta.part, delta.start)
        return [announced, *self._append(delta)]

    def _grow(self, attempt_id: str, part: Part, end: int) -> Operation:
        """Announces a part when it has text; the content at once, so that the page knows of the stream."""
        alias = self._aliases.get((attempt_id, part))
        if alias is None:
            alias = self._aliases[attempt_id, part] = next(self._numbers)
        return grow(alias, f"{attempt_id}:{part}", STREAMING.name, self._messages[attempt_id], part, end)


def _entry_of(place: Place) -> PlaceEntry:
    return PlaceEntry(follows=place.follows, position=place.position, chosen=place.chosen)


def _queued(question: QueuedView) -> QueuedEntry:
    entry = QueuedEntry(text=question.text, own=question.is_own)
    if question.author:
        entry["author"], entry["initials"] = question.author, initials_of(question.author)
    return entry


def _counts(counts: Counts | Total) -> CountsEntry:
    return CountsEntry(**{name: amount for name, amount in asdict(counts).items() if amount is not None})


def cursor(revision: int, streams: Mapping[str, int]) -> Cursor:
    """What the page says it has. It may say anything: it gets no more than it may see."""
    positions: dict[str, Positions] = {}
    for stream, end in streams.items():
        attempt_id, _, part = stream.rpartition(":")
        if part in PARTS:
            positions[attempt_id] = positions.get(attempt_id, Positions()).at(part, max(0, int(end)))
    return Cursor(int(revision), positions)
