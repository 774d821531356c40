"""Says in object-specific deltas what a follow says of messages and attempts."""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import TypedDict

from chat_stream.object_deltas import ObjectMap, Operation, append, bookmark, fold, grow
from chat_stream.streaming import PARTS, Cursor, Gone, Grew, MessageChanged, MessageView, Part, Positions, Streams

BOOKMARK = "chat"


class MessageEntry(TypedDict, total=False):
    """A message as the page shows it. While it is written, its text is in the map of streaming content."""

    role: str
    status: str
    text: str
    reasoning: str
    model: str
    error: str


class StreamingContent(TypedDict, total=False):
    """What has been written so far of one message."""

    content: str
    reasoning: str


MESSAGES = ObjectMap("messages", MessageEntry)
STREAMING = ObjectMap("streaming", StreamingContent)

_FIELD_OF: dict[Part, str] = {"content": "text", "reasoning": "reasoning"}


class ChatPage:
    """One run of a follow: which small integer stands for which stream, and whether it was cut off."""

    def __init__(self) -> None:
        self._aliases: dict[tuple[str, Part], int] = {}
        self._numbers = count()
        self.is_gone = False

    def operations(self, batch: Sequence[MessageChanged | Streams | Grew | Gone]) -> list[Operation]:
        operations = [operation for update in batch for operation in self._operations(update)]
        revisions = [update.message.revision for update in batch if isinstance(update, MessageChanged)]
        return [*operations, bookmark(BOOKMARK, max(revisions))] if revisions else operations

    def _operations(self, update: MessageChanged | Streams | Grew | Gone) -> list[Operation]:
        match update:
            case MessageChanged(message, text, reasoning):
                return self._message(message, text, reasoning)
            case Streams(message_id, attempt_id, ends):
                return [self._grow(message_id, attempt_id, part, ends) for part in PARTS]
            case Grew(delta):
                alias = self._aliases[delta.attempt_id, delta.part]
                return [append(alias, delta.start, delta.end, delta.text)]
            case Gone():
                self.is_gone = True
                return []

    def _message(self, message: MessageView, text: str | None, reasoning: str | None) -> list[Operation]:
        entry = MessageEntry(role=message.role, status=message.status, model=message.model, error=message.error)
        if text is not None:
            entry["text"], entry["reasoning"] = text, reasoning or ""
        folds = self._fold(message) if text is None and message.status.is_terminal else []
        return [MESSAGES.set(message.id, entry), *folds]

    def _fold(self, message: MessageView) -> list[Operation]:
        aliases = [(self._aliases.pop((message.attempt_id, part)), _FIELD_OF[part]) for part in PARTS]
        return [fold(alias, MESSAGES.name, message.id, field) for alias, field in aliases]

    def _grow(self, message_id: str, attempt_id: str, part: Part, ends: Positions) -> Operation:
        alias = self._aliases.get((attempt_id, part))
        if alias is None:
            alias = self._aliases[attempt_id, part] = next(self._numbers)
        return grow(alias, f"{attempt_id}:{part}", STREAMING.name, message_id, part, ends.of(part))


def cursor(revision: int, streams: Mapping[str, int]) -> Cursor:
    """What the page says it has. It may say anything: it gets no more than it may see."""
    positions: dict[str, Positions] = {}
    for stream, end in streams.items():
        attempt_id, _, part = stream.rpartition(":")
        if part in PARTS:
            positions[attempt_id] = positions.get(attempt_id, Positions()).at(part, max(0, int(end)))
    return Cursor(int(revision), positions)
