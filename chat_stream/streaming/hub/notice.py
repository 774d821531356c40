"""What a hub carries."""

from dataclasses import dataclass

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
    """Something about the topic changed, or something was lost: look."""


Notice = Committed | Wake
