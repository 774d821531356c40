"""How a chat and a message are shown, apart from streaming text."""

from dataclasses import dataclass
from datetime import datetime

from chat_stream.models import Attempt, Counts, Listed, Message, QueuedQuestion, Status


@dataclass(frozen=True, slots=True)
class ChatView:
    """An entry in the list of chats. `updated_at` gives its place and the day above it. `is_unread` depends on the
    viewer."""

    id: str
    title: str
    updated_at: datetime
    is_pinned: bool
    is_archived: bool
    is_written: bool
    is_unread: bool

    @classmethod
    def of(cls, listed: Listed) -> "ChatView":
        chat = listed.chat
        return cls(
            id=chat.id,
            title=chat.title,
            updated_at=chat.updated_at,
            is_pinned=chat.is_pinned,
            is_archived=bool(chat.archived_at),
            is_written=listed.is_written,
            is_unread=listed.is_unread,
        )


@dataclass(frozen=True, slots=True)
class MessageView:
    """A message without its text. A user's message is always `completed` and has no attempt; in a team it has an
    author. `is_cut` marks an answer that reached its model's maximum length. `reason` says why it ended early, as an
    encoded text, and `error` says so in English; old answers have only `error`. `provider_words` quotes the provider.
    `began_at` is the time when the attempt was requested. `at` is the time when a question was asked, or when an answer
    ended or, while it is live, began."""

    id: str
    role: str
    position: int
    status: Status
    model: str
    asked_model: str
    error: str
    attempt_id: str
    attempt_number: int
    revision: int
    at: datetime
    counts: Counts = Counts()
    author: str = ""
    is_cut: bool = False
    reason: str = ""
    provider_words: str = ""
    began_at: datetime | None = None

    @classmethod
    def of(cls, message: Message, attempt: Attempt | None, author: str = "") -> "MessageView":
        return cls(
            id=message.id,
            role=message.role,
            position=message.position,
            status=Status(attempt.status) if attempt else Status.COMPLETED,
            model=attempt.named if attempt else "",
            asked_model=attempt.asked_for if attempt else "",
            error=attempt.error or "" if attempt else "",
            reason=attempt.reason or "" if attempt else "",
            provider_words=attempt.provider_words or "" if attempt else "",
            began_at=attempt.created_at if attempt else None,
            attempt_id=attempt.id if attempt else "",
            attempt_number=attempt.number if attempt else 0,
            revision=message.revision,
            at=(attempt.ended_at or attempt.created_at) if attempt else message.created_at,
            counts=attempt.counts if attempt else Counts(),
            author=author,
            is_cut=bool(attempt and attempt.is_cut),
        )


@dataclass(frozen=True, slots=True)
class QueuedView:
    """A question in the queue. `is_own` says whether the viewer asked it: only its author can take it back."""

    id: str
    text: str
    is_own: bool
    author: str = ""

    @classmethod
    def of(cls, question: QueuedQuestion, reader_id: str, author: str) -> "QueuedView":
        return cls(question.id, question.content, is_own=question.author_id == reader_id, author=author)
