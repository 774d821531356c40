"""The one place that publishes: what changed, to those who follow it."""

from collections.abc import Iterable

from chat_stream.models.news import About, Changed
from chat_stream.streaming.hub.hub import Hub
from chat_stream.streaming.hub.notice import Committed, Wake
from chat_stream.streaming.hub.topics import account_topic, attempt_topic, chat_topic, fence_topic, user_topic

TOPICS = {About.CHAT: chat_topic, About.CHAT_LIST: account_topic, About.USER: user_topic}


class News:
    """What people change is noted in its transaction, and told by `tell` when that is committed. What the machine
    writes row by row (the journal, a sweep, a stop) is told by name, by who wrote it."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    def tell(self, changes: Iterable[Changed]) -> None:
        """What a transaction that was committed has noted."""
        for changed in changes:
            self._hub.publish(TOPICS[changed.about](changed.id), Wake())

    def chat(self, chat_id: str) -> None:
        """A message of the chat changed."""
        self._hub.publish(chat_topic(chat_id), Wake())

    def fence(self, attempt_id: str) -> None:
        """The attempt was taken from the worker that writes it."""
        self._hub.publish(fence_topic(attempt_id), Wake())

    def committed(self, attempt_id: str, gained: Committed) -> None:
        """The attempt's text grew, or ended."""
        self._hub.publish(attempt_topic(attempt_id), gained)
