"""Checks at the end of a response whether it was a model's answer at all."""

from collections.abc import Mapping, Sequence
from typing import Any

from chat_stream.llm.wire.stray import Stray
from chat_stream.llm.wire.told_errors import NoModelError, last_words

OF_A_MODEL = frozenset({"choices", "candidates", "promptFeedback", "type"})
"""Fields of a model's parts, in one protocol or another."""


class Seen:
    """The kinds of parts that one response had."""

    def __init__(self) -> None:
        self._is_of_a_model = False
        self._last: Mapping[str, Any] = {}

    def note(self, parts: Sequence[Mapping[str, Any]]) -> None:
        self._last = parts[-1]
        self._is_of_a_model = self._is_of_a_model or any(not OF_A_MODEL.isdisjoint(part) for part in parts)

    def check(self, stray: Stray) -> None:
        """Raises `EventError` if the last part was an error, and `NoModelError` if no part came from a model."""
        if error := last_words(self._last):
            raise error
        if not self._is_of_a_model and (self._last or stray.words):
            raise NoModelError(stray.words)
