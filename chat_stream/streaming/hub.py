"""Wakes the workers that have viewers and carries deltas to them.

Invariant: nothing depends on its delivery. What it loses, the reconciler finds in the database.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from chat_stream.models import Status
from chat_stream.streaming.delta import Delta, Positions


@dataclass(frozen=True, slots=True)
class Committed:
    """What an attempt gained in one transaction; with a terminal status, the last there is."""

    deltas: tuple[Delta, ...]
    ends: Positions
    status: Status


@dataclass(frozen=True, slots=True)
class Wake:
    """Something about the topic changed: look."""


Notice = Committed | Wake
Receiver = Callable[[Notice], None]


class Hub(Protocol):
    def publish(self, topic: str, notice: Notice) -> None: ...

    def subscribe(self, topic: str, receive: Receiver) -> Callable[[], None]:
        """Calls `receive` for each notice from now on, until the function returned is called."""
        ...


class MemoryHub:
    """The hub of a single process: a call, at once."""

    def __init__(self) -> None:
        self._receivers: defaultdict[str, dict[int, Receiver]] = defaultdict(dict)
        self._count = 0

    def publish(self, topic: str, notice: Notice) -> None:
        for receive in tuple(self._receivers.get(topic, {}).values()):
            receive(notice)

    def subscribe(self, topic: str, receive: Receiver) -> Callable[[], None]:
        self._count += 1
        number = self._count
        self._receivers[topic][number] = receive

        def unsubscribe() -> None:
            receivers = self._receivers.get(topic, {})
            receivers.pop(number, None)
            if not receivers:
                self._receivers.pop(topic, None)

        return unsubscribe

    def __len__(self) -> int:
        """How many subscriptions there are."""
        return sum(len(receivers) for receivers in self._receivers.values())


def attempt_topic(attempt_id: str) -> str:
    return f"attempt:{attempt_id}"


def chat_topic(chat_id: str) -> str:
    return f"chat:{chat_id}"


def account_topic(account_id: str) -> str:
    return f"account:{account_id}"
