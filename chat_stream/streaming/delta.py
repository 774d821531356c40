"""Text appended to one part of an attempt, and positions in it.

Invariant: positions count code points per part, the server gives them, and nobody else computes them
(Python counts code points, JavaScript counts UTF-16 units).
"""

from typing import Literal, NamedTuple

Part = Literal["content", "reasoning"]
PARTS: tuple[Part, ...] = ("content", "reasoning")


class Delta(NamedTuple):
    """`text` fills the part from `start` up to `end`, so `end - start == len(text)`."""

    attempt_id: str
    part: Part
    start: int
    end: int
    text: str

    def up_to(self, position: int) -> "Delta | None":
        """The part of the delta before `position`; None if nothing is left."""
        if position >= self.end:
            return self
        if position <= self.start:
            return None
        return self._replace(end=position, text=self.text[: position - self.start])


class Positions(NamedTuple):
    """How far each part of an attempt reaches, in code points."""

    content: int = 0
    reasoning: int = 0

    def of(self, part: Part) -> int:
        return self.content if part == "content" else self.reasoning

    def at(self, part: Part, position: int) -> "Positions":
        return self._replace(**{part: position})
