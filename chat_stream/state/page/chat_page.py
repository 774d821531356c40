"""Translates the updates of a chat's follow into object-specific deltas."""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Literal

from chat_stream.state.page.entries import (
    CountsEntry,
    MessageEntry,
    PlaceEntry,
    QueuedEntry,
    QueueEntry,
    StreamingContent,
    WaitingEntry,
    counts_entry,
    message_entry,
    place_entry,
    queued_entry,
)
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
    Streams,
)
from reflex_object_deltas import ObjectMap, Operation
from reflex_object_deltas.operations import append, bookmark, fold, grow

BOOKMARK = "chat"
Loss = Literal["", "deleted", "revoked"]
"""Why a chat is no longer shown; empty if it never was shown to this reader."""


MESSAGES = ObjectMap("messages", MessageEntry)
PLACES = ObjectMap("places", PlaceEntry)
STREAMING = ObjectMap("streaming", StreamingContent)
TOTALS = ObjectMap("totals", CountsEntry)
QUEUES = ObjectMap("queues", QueueEntry)
QUEUED = ObjectMap("queued", QueuedEntry)
Shown = MessageChanged | Placed | Streams | Grew | Counted | Queued | Gone

_FIELD_OF: dict[Part, str] = {"content": "text", "reasoning": "reasoning"}


class ChatPage:
    """One run of a follow: the aliases of its streams (small integers), and whether it was cut off.

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
                return [PLACES.set(place.message_id, place_entry(place))]
            case Streams(message_id, attempt_id, ends):
                self._messages[attempt_id] = message_id
                parts: list[Part] = [part for part in PARTS if part == "content" or ends.of(part)]
                earlier = [] if any(ends) else self._forget(message_id)
                return [*earlier, *(self._grow(attempt_id, part, ends.of(part)) for part in parts)]
            case Grew(delta):
                return self._append(delta)
            case Counted(chat_id, total):
                return [TOTALS.set(chat_id, counts_entry(total))]
            case Queued(chat_id, _, waiting, new):
                entries = [WaitingEntry(id=question_id, after=answer_id) for question_id, answer_id in waiting]
                texts = [QUEUED.set(question.id, queued_entry(question)) for question in new]
                return [*texts, QUEUES.set(chat_id, QueueEntry(waiting=entries))]
            case Gone(is_deleted):
                self.is_gone = True
                if self._has_messages:
                    self.loss = "deleted" if is_deleted else "revoked"
                return []

    def _message(self, message: MessageView, text: str | None, reasoning: str | None) -> list[Operation]:
        entry = message_entry(message)
        if text is not None:
            entry["text"], entry["reasoning"] = text, reasoning or ""
            may_stream = self._comes_back or message.id in self._messages.values()
            return [MESSAGES.set(message.id, entry), *(self._forget(message.id) if may_stream else [])]
        folds = self._fold(message) if message.status.is_terminal else []
        return [MESSAGES.set(message.id, entry), *folds]

    def _forget(self, message_id: str) -> list[Operation]:
        """Removes streaming content of an earlier attempt, in case the page wasn't told how that ended."""
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
        """Announces a part of an attempt when it has text. Its content is announced immediately, so that the page knows
        of the stream."""
        alias = self._aliases.get((attempt_id, part))
        if alias is None:
            alias = self._aliases[attempt_id, part] = next(self._numbers)
        return grow(alias, f"{attempt_id}:{part}", STREAMING.name, self._messages[attempt_id], part, end)


def cursor(revision: int, streams: Mapping[str, int]) -> Cursor:
    """The cursor that the page reports. The page may report anything: it never gets more than it may see."""
    positions: dict[str, Positions] = {}
    for stream, end in streams.items():
        attempt_id, _, part = stream.rpartition(":")
        if part in PARTS:
            positions[attempt_id] = positions.get(attempt_id, Positions()).at(part, max(0, int(end)))
    return Cursor(int(revision), positions)
