"""A reader's place in a stream, as a token that clients store and may sort, but never parse.

Invariant: of two offsets of one stream, the later one sorts behind the earlier (they have a fixed width, and positions
only grow). An offset stays valid when the journal is folded, after a restart and on another worker, because it consists
of the positions of deltas. It names its attempt, so texts of two attempts are never spliced.

Source: the Durable Streams Protocol, section 8.
"""

import re
from typing import Literal, NamedTuple

from chat_stream.streaming import Positions

START, NOW = "-1", "now"
Sentinel = Literal["-1", "now"]

_TOKEN = re.compile("([0-9]{6})_([0-9]{10})_([0-9]{10})")


class Offset(NamedTuple):
    """An attempt's number, and the positions before which the reader has everything."""

    attempt: int
    positions: Positions

    @classmethod
    def parse(cls, token: str) -> "Offset | None":
        """Parses a token; None if it isn't an offset."""
        if match := _TOKEN.fullmatch(token):
            attempt, content, reasoning = map(int, match.groups())
            return cls(attempt, Positions(content, reasoning))
        return None

    def __str__(self) -> str:
        return f"{self.attempt:06}_{self.positions.content:010}_{self.positions.reasoning:010}"
