"""Whether a response was an answer of a model at all, when it is over."""

from collections.abc import Mapping, Sequence
from typing import Any

from chat_stream.llm.wire.stray import Stray
from chat_stream.llm.wire.told_errors import NoModelError, last_words

OF_A_MODEL = frozenset({"choices", "candidates", "promptFeedback", "type"})
"""What the parts of an answer have, in one protocol or another."""


class Seen:
    """What the parts of one response were."""

    def __init__(self) -> None:
        self._is_of_a_model = False
        self._last: Mapping[str, Any] = {}

    def note(self, parts: Sequence[Mapping[str, Any]]) -> None:
        self._last = parts[-1]
        self._is_of_a_model = self._is_of_a_model or any(not OF_A_MODEL.isdisjoint(part) for part in parts)

    def check(self, stray: Stray) -> None:
        """Raises `EventError` where the last thing said is an error, `NoModelError` where nothing is of a model."""
        if error := last_words(self._last):
            raise error
        if not self._is_of_a_model and (self._last or stray.words):
            raise NoModelError(stray.words)
