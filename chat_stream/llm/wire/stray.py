"""Lines outside of events: an answer or an error in one piece, a web page, or nothing meaningful."""

LONGEST = 2**23
"""The most bytes that are kept."""
LONGEST_WORDS = 4000
"""The most characters that are examined to classify them."""


class Stray:
    """Collects the lines. `is_json` says whether they begin like JSON."""

    def __init__(self) -> None:
        self.is_json = False
        self._lines: list[bytes] = []
        self._size = 0

    def add(self, line: bytes) -> None:
        if not self._lines:
            self.is_json = line.startswith((b"{", b"["))
        if self._size < LONGEST:
            self._size += len(line)
            self._lines.append(line)

    @property
    def text(self) -> str:
        return b"\n".join(self._lines).decode()

    @property
    def words(self) -> str:
        """Their beginning, decoded in whatever way is possible."""
        return b"\n".join(self._lines[:LONGEST_WORDS]).decode(errors="replace")[:LONGEST_WORDS]
