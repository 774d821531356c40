"""The lines of a body that comes in pieces. CR, LF and both together end a line, as the HTML standard has it."""

LONGEST = 2**24
"""Bytes of one line, or of one event's lines, at most. No answer has so much in one piece."""


class UnreadableError(ValueError):
    """An event that isn't the JSON object it should be."""


class Lines:
    """Takes the reads of one body, in their order."""

    def __init__(self) -> None:
        self._unfinished = b""
        self._ended_in_cr = False

    def completed_by(self, read: bytes) -> list[bytes]:
        """The lines that this read ends, without their ends."""
        if self._ended_in_cr or b"\r" in read:
            read = self._with_newlines(read)
        *whole, self._unfinished = (self._unfinished + read).split(b"\n")
        if len(self._unfinished) > LONGEST:
            raise UnreadableError
        return whole

    def rest(self) -> bytes:
        """The last line, where the body ended before it did; else nothing."""
        rest, self._unfinished = self._unfinished, b""
        return rest

    def _with_newlines(self, read: bytes) -> bytes:
        """A CR at the end of a read ends its line at once: the LF that may follow is skipped when it comes."""
        if self._ended_in_cr:
            read = read.removeprefix(b"\n")
        self._ended_in_cr = read.endswith(b"\r")
        return read.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
