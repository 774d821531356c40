"""Sorts an answer's text into thoughts and answer while it arrives.

Invariant: nothing is lost. Only what may be the beginning of a mark is held back, and the white space before it.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from chat_stream.llm.chunk import Chunk
from chat_stream.llm.thoughts import marks
from chat_stream.llm.thoughts.block import Block
from chat_stream.llm.thoughts.marks import LONGEST_SILENCE, WHITE
from chat_stream.llm.thoughts.told import Told
from chat_stream.llm.thoughts.unopened import Expectations, Watch, closes_thoughts

Step = tuple[str, str, str | None]
"""Text of the answer, text of its reasoning, and the text to read next, or None."""

expectations = Expectations()


class Thoughts:
    """Follows the chunks of one answer.

    Args:
        connection: The server and model, which are expected to answer as they did before.
        goes_on: The answer is the middle of a text, where a mark at its beginning means nothing.
    """

    def __init__(self, connection: object, *, goes_on: bool = False) -> None:
        self._connection = connection
        self._read: Callable[[str], Step] | None = None if goes_on else self._begin
        self._held = ""
        self._block: Block | None = None
        self._guessed: list[str] | None = None
        self._has_thought = False
        self._told = Told()
        self._watch = Watch()
        self._is_watching = False

    def sort(self, chunk: Chunk) -> Chunk:
        """The chunk with its text in the right parts. After the beginning of the answer, chunks are returned
        unchanged."""
        if self._read is None:
            return chunk
        if self._is_watching:
            return self._watched(chunk)
        self._told.note(chunk.reasoning)
        if not chunk.content:
            return chunk
        content, reasoning = self._sorted(chunk.content)
        return replace(chunk, content=content, reasoning=chunk.reasoning + reasoning)

    def rest(self, *, is_whole: bool) -> Chunk:
        """The text that was held back, at the end. If a complete answer was taken for thoughts, all of its text."""
        if self._read is None:
            return Chunk()
        self._read = None
        if self._block:
            return Chunk(self._misjudged() if is_whole else "", self._told.new(self._block.rest()))
        if self._is_watching:
            return Chunk(reasoning=self._found(is_last=True))
        if self._held.lower() in marks.ANSWER_ENDS:
            return Chunk()
        return Chunk(self._held.lstrip(WHITE) if self._has_thought else self._held)

    def _sorted(self, text: str) -> tuple[str, str]:
        content = reasoning = ""
        rest: str | None = text
        while rest is not None and self._read:
            said, thought, rest = self._read(rest)
            content, reasoning = content + said, reasoning + thought
        return content + (rest or ""), reasoning

    def _begin(self, text: str) -> Step:
        held, self._held = self._held + text, ""
        begun = held.lstrip(WHITE)
        if mark := marks.OPENING.match(begun):
            expectations.discard(self._connection)
            return self._open(marks.CLOSING[mark[0].lower()], begun[mark.end() :])
        if mark := marks.ANSWER.match(begun):
            self._read = self._enclosed
            return "", "", begun[mark.end() :]
        mark = marks.WITHOUT_OPENING.match(begun)
        if mark and mark.end() < len(begun) and closes_thoughts("", begun[mark.end() :]):
            self._has_thought = True  # there was nothing to think about
            return "", "", begun[mark.end() :]
        if marks.may_become_one(begun) and len(held) < LONGEST_SILENCE:
            self._held = held
            return "", "", None
        return self._decide(held)

    def _decide(self, held: str) -> Step:
        """Decides that the answer begins without a mark."""
        if self._has_thought:
            return self._end(held.lstrip(WHITE))
        if self._told.is_known:
            return self._end(held)
        if self._connection in expectations:
            self._guessed = []
            return self._open(marks.WITHOUT_OPENING, held)
        self._read, self._is_watching = self._answer, True
        return self._answer(held)

    def _open(self, closing: re.Pattern[str], text: str) -> Step:
        self._block, self._read = Block(closing), self._think
        self._told.begin(is_apart=self._has_thought)
        return "", "", text

    def _think(self, text: str) -> Step:
        if self._block is None:
            raise RuntimeError("Thoughts are read in a block only.")
        if self._guessed is not None:
            self._guessed.append(text)
        thoughts, rest = self._block.feed(text)
        if rest is not None:
            self._block, self._guessed, self._has_thought = None, None, True
            self._read = self._begin
        return "", self._told.new(thoughts), rest

    def _answer(self, text: str) -> Step:
        return text, "" if self._watch.passes(text) else self._found(), None

    def _watched(self, chunk: Chunk) -> Chunk:
        """The path of most tokens of most answers: unchanged, but watched for a closing mark."""
        if chunk.reasoning:  # a server that separates thoughts leaves none in the text
            self._read = None
        elif chunk.content and not self._watch.passes(chunk.content):
            return replace(chunk, reasoning=self._found())
        return chunk

    def _found(self, *, is_last: bool = False) -> str:
        """The thoughts that the text began with, once their closing mark has come."""
        thoughts = self._watch.thoughts_before(is_last=is_last)
        if self._watch.is_over:
            self._read = None
        if thoughts is None:
            return ""
        expectations.add(self._connection)
        return thoughts.rstrip(WHITE)

    def _enclosed(self, text: str) -> Step:
        """An answer between marks of its own, the last of which ends it."""
        held = self._held + text
        end = marks.unfinished_end(held)
        self._held = held[end:]
        return held[:end], "", None

    def _end(self, text: str) -> Step:
        """Ends the beginning: all further text is answer."""
        self._read = None
        return text, "", None

    def _misjudged(self) -> str:
        """The text of an answer that was expected to begin with thoughts but closed none."""
        if self._guessed is None:
            return ""
        expectations.discard(self._connection)
        return "".join(self._guessed)
