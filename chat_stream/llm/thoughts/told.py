"""Thoughts that a server separates, and may leave in the text as well."""

from chat_stream.llm.thoughts.marks import WHITE

BETWEEN = "\n\n"
"""Stands between thoughts that marks separate."""


class Told:
    """The reasoning so far, so that the same thoughts between marks aren't added twice."""

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
        """Begins thoughts between marks; `is_apart` separates them from earlier ones."""
        self._repeated = ""
        self._gap = BETWEEN if is_apart or self.is_known else ""

    def new(self, thoughts: str) -> str:
        """The part of these thoughts that wasn't in the reasoning yet."""
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
