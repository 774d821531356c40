"""The cursor of live reads: a number that keeps changing, so that no cache repeats an old answer for ever.

Source: the Durable Streams Protocol, section 10.1.
"""

import random
from datetime import UTC, datetime, timedelta

EPOCH = datetime(2024, 10, 9, tzinfo=UTC)
CURSOR_INTERVAL = timedelta(seconds=20)
LONGEST_JITTER = timedelta(hours=1)

_MOST_DIGITS = 15


def next_cursor(given: str, at: datetime | None = None) -> str:
    """The number of the current interval, or a larger one if the client already has that.

    Args:
        given: The cursor that the client sent; anything but a number counts as none.
    """
    current = ((at or datetime.now(UTC)) - EPOCH) // CURSOR_INTERVAL
    if not (given.isascii() and given.isdigit() and len(given) <= _MOST_DIGITS) or int(given) < current:
        return str(current)
    return str(int(given) + random.randint(1, LONGEST_JITTER // CURSOR_INTERVAL))  # nosec B311  # it hides nothing
