"""A text that only grows, stored in the pieces in which it arrived."""

from bisect import bisect_right


class GrowingText:
    """Counts positions in code points. Appending, and reading near the end, take the same time at any length."""

    def __init__(self) -> None:
        self.end = 0
        self._starts: list[int] = []
        self._pieces: list[str] = []

    def append(self, start: int, text: str) -> bool:
        """Appends the part of `text` that lies beyond the end. Returns False if `text` begins after the end (a gap)."""
        if start > self.end:
            return False
        new = text[self.end - start :]
        if new:
            self._starts.append(self.end)
            self._pieces.append(new)
            self.end += len(new)
        return True

    def since(self, position: int) -> str:
        """The text from `position` to the end."""
        if position >= self.end:
            return ""
        index = bisect_right(self._starts, position) - 1
        first = self._pieces[index][position - self._starts[index] :]
        return "".join((first, *self._pieces[index + 1 :]))
