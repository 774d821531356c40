"""Limits how many of something one person or address may have at a time on this worker."""

from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager

from chat_stream.limits.too_many import TooMany
from chat_stream.texts import Text

PAUSE = 5.0
"""Seconds after which it makes sense to check whether one has ended."""


class AtATime:
    """Counts what is going on.

    Args:
        amount: How many may go on.
        reason: Tells a person what there was too much of.
    """

    def __init__(self, amount: int, reason: Text) -> None:
        self._amount = amount
        self._reason = reason
        self._going_on = Counter[str]()

    @contextmanager
    def one_more(self, who: str) -> Generator[None]:
        """Counts one more while the block runs.

        Raises:
            TooMany: As many as there may be go on already.
        """
        if self._going_on[who] >= self._amount:
            raise TooMany(self._reason, PAUSE)
        self._going_on[who] += 1
        try:
            yield
        finally:
            self._going_on[who] -= 1
            if not self._going_on[who]:
                del self._going_on[who]
