"""Lines outside of all events: an answer or an error in one piece, a web page, or nothing of meaning."""

LONGEST = 2**23
"""Bytes that are kept of them."""
LONGEST_WORDS = 4000
"""Characters of them that tell what they are."""


class Stray:
    """Collects them. `is_json` says whether they begin as JSON does."""

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
        """Its beginning, however it is encoded."""
        return b"\n".join(self._lines[:LONGEST_WORDS]).decode(errors="replace")[:LONGEST_WORDS]
