"""Selects the first choice of an answer that has several.

Some servers number the chunks of one answer instead of its choices. Which of the two a number means shows only later:
choices come in turns, or the first is finished before another begins, while a number that counts chunks grows and never
returns. Until then, chunks with other numbers are held back.
"""

from chat_stream.llm.chunk import Chunk

LONGEST_DOUBT = 8
"""The highest number of a choice. Nobody sends more choices without being asked, so a higher number counts chunks."""


class FirstChoice:
    """Follows the chunks of one answer, in order."""

    def __init__(self) -> None:
        self._first: object = None
        self._newest: object = None
        self._has_choices = False
        self._counts_chunks = False
        self._is_finished = False
        self._held: list[Chunk] = []

    def own(self, chunk: Chunk) -> list[Chunk]:
        """The chunks that belong to the answer, including those that were held back before."""
        number = chunk.choice
        if number is None or self._counts_chunks:
            return [chunk]
        if self._first is None:
            self._first = number
        if number == self._first:
            return self._of_the_first(chunk)
        return self._of_another(chunk, number)

    def rest(self) -> list[Chunk]:
        """The held-back chunks at the end of the stream that weren't shown to be another choice."""
        held, self._held = self._held, []
        return held

    def _of_the_first(self, chunk: Chunk) -> list[Chunk]:
        self._is_finished = self._is_finished or bool(chunk.finish_reason)
        if self._newest is not None:
            self._has_choices = True
        self._held.clear()
        return [chunk]

    def _of_another(self, chunk: Chunk, number: object) -> list[Chunk]:
        if self._has_choices or self._is_finished or not _follows(number, self._newest):
            self._has_choices = True
            self._held.clear()
            return []
        self._newest = number
        self._held.append(chunk)
        self._counts_chunks = _is_far(number, self._first)
        return self.rest() if self._counts_chunks else []


def _follows(number: object, newest: object) -> bool:
    """Whether the number is no smaller than the one before."""
    return not (isinstance(number, int) and isinstance(newest, int)) or number >= newest


def _is_far(number: object, first: object) -> bool:
    return isinstance(number, int) and isinstance(first, int) and number - first >= LONGEST_DOUBT
