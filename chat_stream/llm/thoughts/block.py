"""Thoughts that have begun, up to the mark that closes them."""

import re

from chat_stream.llm.thoughts.marks import LONGEST_SILENCE, WHITE, unfinished_end


class Block:
    """Takes text and returns thoughts, without white space at both ends."""

    def __init__(self, closing: re.Pattern[str]) -> None:
        self._closing = closing
        self._held = ""
        self._has_begun = False

    def feed(self, text: str) -> tuple[str, str | None]:
        """Returns more thoughts, and the text after the closing mark, or None before the mark has come."""
        held = self._held + text
        for mark in self._closing.finditer(held):
            is_after_backtick = held[: mark.start()].endswith("`")
            if is_after_backtick and mark.end() == len(held):
                return self._thoughts_until(mark.start() - 1, held), None
            if is_after_backtick and held[mark.end()] == "`":
                continue  # thoughts about marks
            return self._thoughts_until(mark.start(), held), held[mark.end() :]
        end = unfinished_end(held)
        return self._thoughts_until(end - held[:end].endswith("`"), held), None

    def rest(self) -> str:
        """The text that was held back, when no mark follows any more."""
        return self._held.rstrip(WHITE)

    def _thoughts_until(self, end: int, held: str) -> str:
        thoughts = held[:end].rstrip(WHITE)
        if end - len(thoughts) > LONGEST_SILENCE:
            thoughts = held[:end]
        self._held = held[len(thoughts) :]
        if not self._has_begun:
            thoughts = thoughts.lstrip(WHITE)
            self._has_begun = bool(thoughts)
        return thoughts
