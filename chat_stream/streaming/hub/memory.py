"""The hub of a single process: it calls subscribers directly."""

from collections import defaultdict

from chat_stream.streaming.hub.hub import Receiver, Unsubscribe
from chat_stream.streaming.hub.notice import Notice


class MemoryHub:
    def __init__(self) -> None:
        self._receivers: defaultdict[str, dict[int, Receiver]] = defaultdict(dict)
        self._count = 0

    def publish(self, topic: str, notice: Notice) -> None:
        for receive in tuple(self._receivers.get(topic, {}).values()):
            receive(notice)

    def subscribe(self, topic: str, receive: Receiver) -> Unsubscribe:
        self._count += 1
        number = self._count
        self._receivers[topic][number] = receive

        def unsubscribe() -> None:
            receivers = self._receivers.get(topic, {})
            receivers.pop(number, None)
            if not receivers:
                self._receivers.pop(topic, None)

        return unsubscribe

    async def run(self) -> None:
        """Does nothing, because there are no other workers."""

    @property
    def topics(self) -> set[str]:
        """The topics that have subscribers."""
        return set(self._receivers)

    def __len__(self) -> int:
        return sum(len(receivers) for receivers in self._receivers.values())
