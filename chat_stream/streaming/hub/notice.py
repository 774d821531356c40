"""The notices that a hub carries."""

from dataclasses import dataclass

from chat_stream.models import Status
from chat_stream.streaming.delta import Delta, Positions


@dataclass(frozen=True, slots=True)
class Committed:
    """The text that an attempt gained in one transaction. With a terminal status, it is the attempt's last notice."""

    deltas: tuple[Delta, ...]
    ends: Positions
    status: Status


@dataclass(frozen=True, slots=True)
class Wake:
    """Tells subscribers to look at the database: the topic changed, or a notice was lost."""


Notice = Committed | Wake
