"""Thoughts that a server tells apart by itself, and which it may leave in the text as well."""

from chat_stream.llm.thoughts.marks import WHITE

BETWEEN = "\n\n"
"""Between thoughts that marks keep apart."""


class Told:
    """What came as reasoning, so that the same thoughts between marks aren't said twice."""

    def __init__(self) -> None:
        self.is_known = False
        self._told: list[str] = []
        self._repeated = ""
        self._gap = ""

    def note(self, reasoning: str) -> None:
        if reasoning:
            self.is_known = True
            self._told.append(reasoning)

    def begin(self, *, is_apart: bool) -> None:
        """Thoughts between marks begin; apart from others before them."""
        self._repeated = ""
        self._gap = BETWEEN if is_apart or self.is_known else ""

    def new(self, thoughts: str) -> str:
        """The part of these thoughts that wasn't told."""
        if not thoughts:
            return ""
        if self._told:
            self._repeated += thoughts
            if "".join(self._told).strip(WHITE).startswith(self._repeated):
                return ""
            thoughts = self._repeated
            self._told.clear()
        gap, self._gap = self._gap, ""
        return gap + thoughts
