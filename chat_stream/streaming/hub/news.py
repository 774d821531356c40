"""Publishes changes to the topics of those who follow them. Nothing else publishes."""

from collections.abc import Iterable

from chat_stream.models.news import About, Changed
from chat_stream.streaming.hub.hub import Hub
from chat_stream.streaming.hub.notice import Committed, Wake
from chat_stream.streaming.hub.topics import account_topic, attempt_topic, chat_topic, fence_topic, user_topic

TOPICS = {About.CHAT: chat_topic, About.CHAT_LIST: account_topic, About.USER: user_topic}


class News:
    """Announces changes through a hub. `tell` announces what a committed transaction noted. The journal, a sweep and a
    stop write rows without a session, and call the other methods themselves."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    def tell(self, changes: Iterable[Changed]) -> None:
        """Announces what a committed transaction noted."""
        for changed in changes:
            self._hub.publish(TOPICS[changed.about](changed.id), Wake())

    def chat(self, chat_id: str) -> None:
        """Announces that a message of the chat changed."""
        self._hub.publish(chat_topic(chat_id), Wake())

    def fence(self, attempt_id: str) -> None:
        """Announces that the attempt was taken from the worker that writes it."""
        self._hub.publish(fence_topic(attempt_id), Wake())

    def committed(self, attempt_id: str, gained: Committed) -> None:
        """Announces that the attempt's text grew, or ended."""
        self._hub.publish(attempt_topic(attempt_id), gained)
