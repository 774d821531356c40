"""Where a reader stands in a stream, as a token that clients keep and may sort, but never read.

Invariant: of two offsets of one stream, the later sorts behind (fixed widths, and positions only grow). Positions
are those of the deltas, so an offset outlives the folding of the journal, a restart and a move to another worker.
It names its attempt: text of two attempts is never spliced.

Source: the Durable Streams Protocol, section 8.
"""

import re
from typing import Literal, NamedTuple

from chat_stream.streaming import Positions

START, NOW = "-1", "now"
Sentinel = Literal["-1", "now"]

_TOKEN = re.compile("([0-9]{6})_([0-9]{10})_([0-9]{10})")


class Offset(NamedTuple):
    """The positions before which the reader has everything of an attempt, by the attempt's number."""

    attempt: int
    positions: Positions

    @classmethod
    def parse(cls, token: str) -> "Offset | None":
        """The offset that was written like this; None if none was."""
        if match := _TOKEN.fullmatch(token):
            attempt, content, reasoning = map(int, match.groups())
            return cls(attempt, Positions(content, reasoning))
        return None

    def __str__(self) -> str:
        return f"{self.attempt:06}_{self.positions.content:010}_{self.positions.reasoning:010}"
