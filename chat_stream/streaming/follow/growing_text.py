"""A text that only grows, in the pieces in which it came."""

from bisect import bisect_right


class GrowingText:
    """Keeps positions in code points; appending and reading near the end cost nothing per length."""

    def __init__(self) -> None:
        self.end = 0
        self._starts: list[int] = []
        self._pieces: list[str] = []

    def append(self, start: int, text: str) -> bool:
        """Adds what `text` has beyond the end; False if it begins after the end (a gap)."""
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
