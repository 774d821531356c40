"""The connection over which a worker receives the notices of its topics.

Invariant: whatever happened before Redis confirmed a subscription is reported as `confirmed`, also after each
reconnect. So no viewer waits for a notice that was sent too early.
"""

import asyncio
from collections.abc import Callable, Collection
from inspect import signature
from typing import Any

from redis.asyncio.connection import AbstractConnection, ConnectionPool
from redis.exceptions import ConnectionError as ConnectionLost

from chat_stream.reach import Reach
from chat_stream.streaming.hub.client import TIMEOUT

REACHES = (
    Reach(
        "redis",
        "`ConnectionPool.make_connection` and `AbstractConnection.read_response`",
        missing="a PubSub that says when a subscription is confirmed, and finds out that a silent server is gone",
        otherwise="this worker would hear nothing of the others",
        is_there=lambda: (
            callable(ConnectionPool.make_connection)
            and {"timeout", "disconnect_on_error", "push_request"}
            <= set(signature(AbstractConnection.read_response).parameters)
        ),
    ),
)

PING = 5.0
"""Seconds of silence after which the connection is checked with a ping."""


class Subscriber:
    """Subscribes to the topics that `wanted` names, and updates the subscriptions on each `look()`.

    Args:
        received: Called with a topic and what was published there.
        confirmed: Called with a topic when Redis says that from now on all of it comes.
    """

    def __init__(
        self,
        connect: Callable[[], AbstractConnection],
        wanted: Callable[[], Collection[str]],
        received: Callable[[str, bytes], None],
        confirmed: Callable[[str], None],
    ) -> None:
        self._connect = connect
        self._wanted = wanted
        self._received = received
        self._confirmed = confirmed
        self._changed = asyncio.Event()

    def look(self) -> None:
        """Updates the subscriptions, because `wanted` changed."""
        self._changed.set()

    async def run(self) -> None:
        """Receives until Redis is lost; then it raises. May be run again: it keeps nothing of earlier connections."""
        connection = self._connect()
        try:
            async with asyncio.timeout(TIMEOUT):
                await connection.connect()
            async with asyncio.TaskGroup() as group:
                group.create_task(self._keep_subscribed(connection))
                group.create_task(self._listen(connection))
        finally:
            await connection.disconnect(nowait=True)

    async def _keep_subscribed(self, connection: AbstractConnection) -> None:
        has: set[str] = set()
        while True:
            wants = set(self._wanted())
            for command, topics in (("SUBSCRIBE", wants - has), ("UNSUBSCRIBE", has - wants)):
                if topics:
                    await _send(connection, command, *topics)
            has = wants
            await self._changed.wait()
            self._changed.clear()

    async def _listen(self, connection: AbstractConnection) -> None:
        is_asked = False
        while True:
            response: Any = await connection.read_response(  # pyright: ignore[reportUnknownVariableType]
                timeout=PING, disconnect_on_error=False, push_request=True
            )
            if response is not None:
                is_asked = False
                self._take(response)
            elif is_asked:
                raise ConnectionLost("Redis doesn't answer.")
            else:
                is_asked = True
                await _send(connection, "PING")

    def _take(self, response: Any) -> None:
        match response:
            case [b"message", topic, payload]:
                self._received(topic.decode(), payload)
            case [b"subscribe", topic, _]:
                self._confirmed(topic.decode())
            case _:
                pass


async def _send(connection: AbstractConnection, *command: str) -> None:
    async with asyncio.timeout(TIMEOUT):
        await connection.send_command(*command)
