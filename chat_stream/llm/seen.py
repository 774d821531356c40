"""Whether a response was an answer of a model at all, when it is over."""

from collections.abc import Mapping, Sequence
from typing import Any

from .stray import Stray
from .told_errors import NoModelError, last_words


class Seen:
    """What the parts of one response were."""

    def __init__(self) -> None:
        self._has_choices = False
        self._last: Mapping[str, Any] = {}

    def note(self, parts: Sequence[Mapping[str, Any]]) -> None:
        self._last = parts[-1]
        self._has_choices = self._has_choices or any("choices" in part for part in parts)

    def check(self, stray: Stray) -> None:
        """Raises `EventError` where the last thing said is an error, `NoModelError` where nothing is of a model."""
        if error := last_words(self._last):
            raise error
        if not self._has_choices and (self._last or stray.words):
            raise NoModelError(stray.words)
