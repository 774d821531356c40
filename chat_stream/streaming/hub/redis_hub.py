"""The hub of several workers: publish and subscribe over Redis, which stores nothing.

Viewers on the publishing worker are told directly, without Redis. Each of the two connections reconnects automatically.
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable

import structlog
from redis.asyncio.connection import AbstractConnection

from chat_stream.streaming.hub.client import client
from chat_stream.streaming.hub.encoding import decode, encode
from chat_stream.streaming.hub.hub import Receiver, Unsubscribe
from chat_stream.streaming.hub.memory import MemoryHub
from chat_stream.streaming.hub.notice import Notice, Wake
from chat_stream.streaming.hub.publisher import Publisher
from chat_stream.streaming.hub.subscriber import Subscriber
from chat_stream.tasks import every

SHORTEST_BACKOFF, LONGEST_BACKOFF = 0.1, 2.0
"""Seconds between two attempts to reach Redis, at first and at most."""

log = structlog.get_logger()


class RedisHub:
    """One publishing and one subscribing connection for a whole worker.

    Args:
        on_sent: Called with the seconds that each send to Redis took.
    """

    def __init__(self, url: str, on_sent: Callable[[float], object] = lambda _: None) -> None:
        self._redis = client(url)
        self._name = secrets.token_urlsafe(6)
        self._here = MemoryHub()
        self.losses = 0
        self._publisher = Publisher(self._redis, on_sent)
        self._subscriber = Subscriber(self._connection, lambda: self._here.topics, self._received, self._confirmed)

    def publish(self, topic: str, notice: Notice) -> None:
        self._here.publish(topic, notice)
        self._publisher.put(topic, encode(self._name, notice))

    def subscribe(self, topic: str, receive: Receiver) -> Unsubscribe:
        leave = self._here.subscribe(topic, receive)
        self._subscriber.look()

        def unsubscribe() -> None:
            leave()
            self._subscriber.look()

        return unsubscribe

    async def run(self) -> None:
        try:
            await asyncio.gather(self._keep(self._publisher.run), self._keep(self._subscriber.run))
        finally:
            await self._redis.aclose()

    async def ping(self) -> None:
        """Returns once Redis has answered; raises `RedisError` or `OSError`."""
        await self._redis.execute_command("PING")  # pyright: ignore[reportUnknownMemberType]

    @property
    def waiting(self) -> int:
        """The number of bytes that wait to be published."""
        return self._publisher.waiting

    @property
    def dropped(self) -> int:
        """The number of notices that were dropped because too many bytes were waiting."""
        return self._publisher.dropped

    def __len__(self) -> int:
        return len(self._here)

    def _connection(self) -> AbstractConnection:
        return self._redis.connection_pool.make_connection()

    def _received(self, topic: str, payload: bytes) -> None:
        try:
            sender, notice = decode(topic, payload)
        except ValueError as error:
            log.warning("hub.not_understood", topic=topic, error=str(error))
            sender, notice = "", Wake()
        if sender != self._name:
            self._here.publish(topic, notice)

    def _confirmed(self, topic: str) -> None:
        self._here.publish(topic, Wake())

    async def _keep(self, connection: Callable[[], Awaitable[None]]) -> None:
        """Runs one connection again whenever Redis is lost, until cancelled."""

        async def counted() -> None:
            try:
                await connection()
            except Exception:
                self.losses += 1
                raise

        await every(SHORTEST_BACKOFF, counted, "hub", longest=LONGEST_BACKOFF)
