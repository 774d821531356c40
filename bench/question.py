"""The question to the benchmarks' model, and the text of its answer."""

import re
import time
from dataclasses import dataclass
from typing import Self

from tests.support.provider.tokens import token_texts

STAMP_DIGITS = 9
STAMP_RANGE = 10**STAMP_DIGITS
"""Microseconds after which stamps start over."""

WORDS, THOUGHTS, STAMPS, MARKDOWN = "words", "thoughts", "stamps", "markdown"
_MARKS = {
    0: "\n\n## Part",
    4: "\n\n",
    12: "\n- ",
    16: "\n- ",
    20: "\n\n```python\nx =",
    28: "\n```\n\n",
    32: " **and**",
}
"""The text before a stamp that makes it Markdown, by the stamp's number modulo 40."""


def stamp() -> str:
    """Now, on the clock that all processes of a machine share."""
    return f"{time.monotonic_ns() // 1000 % STAMP_RANGE:0{STAMP_DIGITS}d}"


_STAMP = re.compile(rf" (\d{{{STAMP_DIGITS}}})")


def stamps_in(text: str) -> list[str]:
    return _STAMP.findall(text)


def age(stamp: str | bytes, now: int) -> float:
    """Milliseconds from a stamp to now, which is in microseconds of the same clock."""
    return (now - int(stamp)) % STAMP_RANGE / 1000


@dataclass(frozen=True, slots=True)
class Question:
    """So many tokens, at this rate a second: words, of which the first half may be reasoning, or the times at which
    they are written, plain or with Markdown. `after` is in seconds, until the first."""

    tokens: int
    rate: float
    text: str = STAMPS
    after: float = 0.0

    def __str__(self) -> str:
        return f"tokens={self.tokens} rate={self.rate} text={self.text} after={self.after}"

    @classmethod
    def parse(cls, text: str) -> Self:
        asked = dict(word.split("=") for word in text.split())
        return cls(int(asked["tokens"]), float(asked["rate"]), asked["text"], float(asked["after"]))

    def words(self) -> list[str]:
        """All that is said; only words are known before."""
        return token_texts(self.tokens) if self.text in (WORDS, THOUGHTS) else []

    def part(self, number: int) -> str:
        """The server's name for the part of the answer that a token belongs to."""
        return "reasoning_content" if self.text == THOUGHTS and number < self.tokens / 2 else "content"

    def say(self, number: int) -> str:
        """A token with its stamp."""
        mark = _MARKS.get(number % 40, "") if self.text == MARKDOWN else ""
        return f"{mark} {stamp()}"

    @property
    def size(self) -> int:
        """Bytes of the text."""
        return len("".join(self.words() or [self.say(number) for number in range(self.tokens)]).encode())
