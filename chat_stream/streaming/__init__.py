"""The heart: deltas are committed to the journal, carried by the hub, and followed from a cursor.

Database rows and text come in, deltas go out. No Reflex, no provider and no page ever enter here.
"""

from chat_stream.streaming.delta import PARTS, Delta, Part, Positions
from chat_stream.streaming.follow.attempt_follow import AttemptFollow, Progress
from chat_stream.streaming.follow.attempts import Attempts
from chat_stream.streaming.follow.chat_follow import (
    ChatFollow,
    Counted,
    Cursor,
    Grew,
    MessageChanged,
    Placed,
    Queued,
    Streams,
)
from chat_stream.streaming.follow.follow import Follow, Gone
from chat_stream.streaming.follow.list_follow import (
    ListChanged,
    ListFollow,
    ListLost,
    ListReaches,
    ListSeen,
    ListUpdate,
)
from chat_stream.streaming.follow.live_copy import LiveCopies
from chat_stream.streaming.follow.reads import MESSAGES_A_PAGE, Reads
from chat_stream.streaming.follow.reconciler import Reconciler
from chat_stream.streaming.follow.view import ChatView, MessageView, QueuedView
from chat_stream.streaming.hub import (
    Hub,
    MemoryHub,
    News,
    RedisHub,
    Wake,
    account_topic,
    attempt_topic,
    chat_topic,
    fence_topic,
    user_topic,
)
from chat_stream.streaming.journal.journal import Journal
from chat_stream.streaming.journal.writer import JournalFull, Refused, Writer

__all__ = [
    "MESSAGES_A_PAGE",
    "PARTS",
    "AttemptFollow",
    "Attempts",
    "ChatFollow",
    "ChatView",
    "Counted",
    "Cursor",
    "Delta",
    "Follow",
    "Gone",
    "Grew",
    "Hub",
    "Journal",
    "JournalFull",
    "ListChanged",
    "ListFollow",
    "ListLost",
    "ListReaches",
    "ListSeen",
    "ListUpdate",
    "LiveCopies",
    "MemoryHub",
    "MessageChanged",
    "MessageView",
    "News",
    "Part",
    "Placed",
    "Positions",
    "Progress",
    "Queued",
    "QueuedView",
    "Reads",
    "Reconciler",
    "RedisHub",
    "Refused",
    "Streams",
    "Wake",
    "Writer",
    "account_topic",
    "attempt_topic",
    "chat_topic",
    "fence_topic",
    "user_topic",
]
