"""The interface of every hub."""

from collections.abc import Callable
from typing import Protocol

from chat_stream.streaming.hub.notice import Notice

Receiver = Callable[[Notice], None]
Unsubscribe = Callable[[], None]


class Hub(Protocol):
    def publish(self, topic: str, notice: Notice) -> None:
        """Sends a notice. Never waits and never fails: a notice may be lost."""
        ...

    def subscribe(self, topic: str, receive: Receiver) -> Unsubscribe:
        """Calls `receive` for each notice from now on, until the function returned is called."""
        ...

    async def run(self) -> None:
        """Exchanges notices with other workers, until cancelled."""
        ...

    def __len__(self) -> int:
        """The number of subscriptions in this worker."""
        ...
