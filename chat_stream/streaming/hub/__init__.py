"""Wakes the workers that have viewers and carries deltas to them: in memory, or over Redis.

Invariant: nothing depends on its delivery. What it loses, the reconciler finds in the database.
"""

from chat_stream.streaming.hub.hub import Hub, Receiver, Unsubscribe
from chat_stream.streaming.hub.memory import MemoryHub
from chat_stream.streaming.hub.news import News
from chat_stream.streaming.hub.notice import Committed, Notice, Wake
from chat_stream.streaming.hub.redis_hub import RedisHub
from chat_stream.streaming.hub.topics import account_topic, attempt_topic, chat_topic, fence_topic, user_topic

__all__ = [
    "Committed",
    "Hub",
    "MemoryHub",
    "News",
    "Notice",
    "Receiver",
    "RedisHub",
    "Unsubscribe",
    "Wake",
    "account_topic",
    "attempt_topic",
    "chat_topic",
    "fence_topic",
    "user_topic",
]
