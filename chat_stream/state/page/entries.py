"""The entries of the page's maps of messages, places and waiting questions."""

from dataclasses import asdict
from typing import NotRequired, TypedDict

from chat_stream.llm import label
from chat_stream.models import Counts, MessageRole, Place, Status, Total
from chat_stream.models.record import now
from chat_stream.state.page.initials import initials_of
from chat_stream.streaming import MessageView, QueuedView
from chat_stream.streaming.follow.authors import DELETED


class CountsEntry(TypedDict, total=False):
    """The usage of one answer, or of all answers of a chat, in tokens, US dollars and seconds. Unknown values are left
    out.

    `room` is the number of tokens that a request to the model can have. If the chat was longer, the model saw it from
    `begins_with` on.
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


class MessageEntry(TypedDict):
    """A message as the page shows it. While it is being written, its text is in the map of streaming content. `asked`
    is the display name of the requested model, and `model` is the name that the model gave itself. `at` is in
    milliseconds since 1970. `waited` is the number of seconds since the request at the moment of sending; it is
    relative, because clocks differ."""

    role: MessageRole
    status: Status
    at: int
    text: NotRequired[str]
    reasoning: NotRequired[str]
    model: str
    asked: NotRequired[str]
    error: str
    provider_words: NotRequired[str]
    waited: NotRequired[float]
    author: NotRequired[str]
    initials: NotRequired[str]
    is_cut: NotRequired[bool]
    counts: NotRequired[CountsEntry]


class PlaceEntry(TypedDict):
    """The place of a message among the chat's branches. From it the page works out which branch is shown."""

    follows: str
    position: int
    chosen: int


class StreamingContent(TypedDict, total=False):
    """The text of one message so far."""

    content: str
    reasoning: str


class WaitingEntry(TypedDict):
    """A question in a chat's queue, and the answer that it waits for."""

    id: str
    after: str


class QueueEntry(TypedDict):
    """The queue of a chat, in order, on all branches."""

    waiting: list[WaitingEntry]


class QueuedEntry(TypedDict):
    """A question in the queue. Only its author can take it back."""

    text: str
    own: bool
    author: NotRequired[str]
    initials: NotRequired[str]


def message_entry(message: MessageView) -> MessageEntry:
    """A message without its text, which goes its own way."""
    entry = MessageEntry(
        role=MessageRole(message.role),
        status=message.status,
        at=round(message.at.timestamp() * 1000),
        model=message.model,
        error=message.reason or message.error,
    )
    if message.asked_model:
        entry["asked"] = label(message.asked_model)
    if counts := counts_entry(message.counts):
        entry["counts"] = counts
    if message.is_cut:
        entry["is_cut"] = True
    if message.provider_words:
        entry["provider_words"] = message.provider_words
    if message.began_at and not message.status.is_terminal:
        entry["waited"] = max(0.0, (now() - message.began_at).total_seconds())
    if message.author:
        entry["author"], entry["initials"] = message.author, _initials(message.author)
    return entry


def place_entry(place: Place) -> PlaceEntry:
    return PlaceEntry(follows=place.follows, position=place.position, chosen=place.chosen)


def queued_entry(question: QueuedView) -> QueuedEntry:
    entry = QueuedEntry(text=question.text, own=question.is_own)
    if question.author:
        entry["author"], entry["initials"] = question.author, _initials(question.author)
    return entry


def counts_entry(counts: Counts | Total) -> CountsEntry:
    return CountsEntry(**{name: amount for name, amount in asdict(counts).items() if amount is not None})


def _initials(author: str) -> str:
    """The author's initials; `?` for a deleted author."""
    return initials_of("" if author == DELETED else author)
