"""Reads the JSON in server-sent events, whether they follow the HTML standard or only nearly do.

JSON is either complete or not, whether or not a `data:`, a blank line or a line ending is where it should be; so
complete JSON is read in any case. A complete line doesn't wait for the end of its event, which some servers never send.
"""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import cast

from chat_stream.llm.wire.lines import LONGEST, Lines, UnreadableError
from chat_stream.llm.wire.stray import Stray

JSON = json.JSONDecoder(strict=False)
"""Accepts unescaped tabs and other control characters, because their meaning is certain."""
BETWEEN = re.compile(r"(?:[\s\x1e\ufeff]|data:)*")
DONE = re.compile(r'"?\[DONE\]', re.IGNORECASE)
WORDS = re.compile(r"\s*[A-Za-z]{2}")
"""No JSON, but a sign of life, or the last words of a server that failed."""
BEFORE_A_FIELD = b" \t\xef\xbb\xbf"
"""Blanks, and a byte order mark, which the standard allows only at the beginning."""


class CutEventError(ConnectionError):
    """The body ended normally, but inside an event."""


class Events:
    """Follows the reads of one body. `is_done` after the server sent `[DONE]`; `stray` collects lines outside of
    events."""

    def __init__(self) -> None:
        self.is_done = False
        self.stray = Stray()
        self._lines = Lines()
        self._name = b""
        self._unfinished: list[str] = []
        self._size = 0

    def completed_by(self, read: bytes) -> Iterator[object]:
        """The JSON values that this read completes."""
        for line in self._lines.completed_by(read):
            if line:
                yield from self._said_in(line)
            elif self._unfinished or self._name:
                yield from self._ended()
            if self.is_done:
                return

    def rest(self) -> Iterator[object]:
        """The JSON values that the end of the body completes."""
        if self.is_done:
            return
        line = self._lines.rest()
        try:
            yield from self._said_in(line)
            yield from self._ended()
            if self.stray.is_json:
                yield from self._values(self.stray.text)
        except (json.JSONDecodeError, UnicodeDecodeError) as error:
            if not (line or _ends_too_early(error)):
                raise
        else:
            return
        raise CutEventError  # outside of the `except`, because unreadable text isn't its cause

    def _said_in(self, line: bytes) -> Iterable[object]:
        field, _, value = line.partition(b":")
        if field == b"data":
            return self._said(value.decode())
        match field.strip(BEFORE_A_FIELD).lower():
            case b"data":
                return self._said(value.decode())
            case b"event":
                self._name = value.strip().lower()
            case b"" | b"id" | b"retry":
                pass
            case _:
                return self._said_outside(line.strip(BEFORE_A_FIELD))
        return ()

    def _said(self, text: str) -> Iterable[object]:
        if not self._unfinished:
            with suppress(json.JSONDecodeError):
                # Usually there is one object and nothing else, which needs no search.
                if self._name != b"error" and isinstance(value := JSON.decode(text), dict):
                    return (cast("dict[str, object]", value),)
            with suppress(json.JSONDecodeError):
                return tuple(self._values(text))
            if WORDS.match(text):
                return ({"error" if self._name == b"error" else "message": text.strip()},)
        self._unfinished.append(text)
        self._size += len(text)
        if self._size > LONGEST:
            raise UnreadableError
        return ()

    def _said_outside(self, line: bytes) -> Iterable[object]:
        """Reads JSON without a `data:`: a line of JSON is read like an event, and JSON of many lines when it is
        complete."""
        if not self.stray.is_json and (line.startswith(b"{") or DONE.match(line.decode(errors="replace"))):
            with suppress(json.JSONDecodeError):
                return list(self._values(line.decode()))
        self.stray.add(line)
        return ()

    def _ended(self) -> Iterator[object]:
        text, self._unfinished, self._size = "\n".join(self._unfinished), [], 0
        try:
            yield from self._values(text)
        except json.JSONDecodeError:
            if self._name != b"error":
                raise
            yield {"error": text}
        self._name = b""

    def _values(self, text: str) -> Iterator[object]:
        """The values in a text: usually one, but several may follow one another with nothing between them."""
        at = _beginning(text, 0)
        while at < len(text):
            if text[at] != "{" and DONE.match(text, at):
                self.is_done = True
                return
            value, at = JSON.raw_decode(text, at)
            yield {"error": value} if self._name == b"error" and not _tells_error(value) else value
            at = _beginning(text, at)


def _beginning(text: str, at: int) -> int:
    """Where the next value begins, at this place or later."""
    between = BETWEEN.match(text, at)
    return between.end() if between else at


def _tells_error(value: object) -> bool:
    return isinstance(value, dict) and bool({"error", "choices"} & cast("dict[str, object]", value).keys())


def _ends_too_early(error: ValueError) -> bool:
    return isinstance(error, json.JSONDecodeError) and error.pos >= len(error.doc.rstrip())
