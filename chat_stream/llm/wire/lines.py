"""Splits a body that arrives in pieces into lines. CR, LF and CRLF each end a line, as in the HTML standard."""

LONGEST = 2**24
"""The most bytes of one line, or of the lines of one event. No answer has so much in one piece."""


class UnreadableError(ValueError):
    """An event that isn't the JSON object it should be."""


class Lines:
    """Follows the reads of one body, in order."""

    def __init__(self) -> None:
        self._unfinished = b""
        self._ended_in_cr = False

    def completed_by(self, read: bytes) -> list[bytes]:
        """The lines that this read completes, without their line endings."""
        if self._ended_in_cr or b"\r" in read:
            read = self._with_newlines(read)
        *whole, self._unfinished = (self._unfinished + read).split(b"\n")
        if len(self._unfinished) > LONGEST:
            raise UnreadableError
        return whole

    def rest(self) -> bytes:
        """The last line, if the body ended without a line ending; otherwise nothing."""
        rest, self._unfinished = self._unfinished, b""
        return rest

    def _with_newlines(self, read: bytes) -> bytes:
        """Replaces line endings with LF. A CR at the end of a read ends its line immediately; an LF that follows is
        skipped."""
        if self._ended_in_cr:
            read = read.removeprefix(b"\n")
        self._ended_in_cr = read.endswith(b"\r")
        return read.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
