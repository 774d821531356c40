"""Makes a provider's text storable before it gets a position.

Invariant: what comes out can be stored by every database, encoded as UTF-8, and is never split inside a
character. NUL bytes and lone surrogates become U+FFFD; a high surrogate at the end of a chunk waits for
the low one that may open the next.
"""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_SURROGATE = re.compile("[\ud800-\udfff]")


class Normalizer:
    """Normalises one stream of text, chunk by chunk."""

    def __init__(self) -> None:
        self._held_back = ""

    def feed(self, text: str) -> str:
        """The storable text that this chunk completes; empty while a surrogate pair is incomplete."""
        text = self._held_back + text
        self._held_back = ""
        if text and "\ud800" <= text[-1] <= "\udbff":
            text, self._held_back = text[:-1], text[-1]
        return normalize(text)

    def flush(self) -> str:
        """The text that was still held back when the stream ended."""
        held_back, self._held_back = self._held_back, ""
        return normalize(held_back)


def normalize(text: str) -> str:
    """Joins surrogate pairs and replaces characters that some database can't store."""
    if "\0" in text:
        text = text.replace("\0", REPLACEMENT)
    if not text.isascii() and _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
