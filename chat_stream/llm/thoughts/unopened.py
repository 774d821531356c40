"""Thoughts whose opening mark stands in the prompt: the stream begins with them, and then comes the closing mark.

Until that mark they look like an answer, and are shown as one. Text that was shown isn't taken back, so that they are
said again as reasoning when the mark comes, and whoever shows the answer leaves out the beginning that is reasoning:
`answer_without_thoughts`, and its like on the page. From then on this connection's answers are expected to begin so.
"""

from collections import OrderedDict

from .marks import OPENING, WHITE, WITHOUT_OPENING

MOST_MENTIONS = 3
"""A text that holds so many closing marks which close nothing is about them."""
LONGEST_MARK = 24
MOST_CONNECTIONS = 1000

_QUOTES = "\"'“”„«»‘’`([{<*"
_NO_ANSWER = ".,;:!?)]}'\"”»’`<"
"""What follows a mark in a sentence, and begins no answer."""


def answer_without_thoughts(content: str, reasoning: str) -> str:
    """An answer's text without the thoughts at its beginning that are its reasoning already."""
    if reasoning and content.startswith(reasoning):
        rest = content[len(reasoning) :].lstrip(WHITE)
        if mark := WITHOUT_OPENING.match(rest):
            return rest[mark.end() :].lstrip(WHITE)
    return content


class Expectations:
    """The connections whose answers begin with thoughts without an opening mark, as far as this worker has seen."""

    def __init__(self) -> None:
        self._unopened: OrderedDict[object, None] = OrderedDict()

    def __contains__(self, connection: object) -> bool:
        return connection in self._unopened

    def add(self, connection: object) -> None:
        self._unopened[connection] = None
        if len(self._unopened) > MOST_CONNECTIONS:
            self._unopened.popitem(last=False)

    def discard(self, connection: object) -> None:
        self._unopened.pop(connection, None)


class Watch:
    """Looks for the closing mark in a text that began without an opening one."""

    def __init__(self) -> None:
        self.is_over = False
        self._pieces: list[str] = []
        self._window = ""
        self._is_pending = False
        self._mentions = 0

    def thoughts_before(self, text: str, *, is_last: bool = False) -> str | None:
        """All of the text before the closing mark, once this piece shows that it closes thoughts."""
        self._pieces.append(text)
        self._window = self._window[-LONGEST_MARK:] + text
        if not (self._is_pending or ">" in text or "]" in text or "▷" in text):
            return None
        self._is_pending = False
        while not self.is_over and (mark := WITHOUT_OPENING.search(self._window)):
            if mark.end() == len(self._window) and not is_last:
                self._is_pending = True  # what follows decides
                break
            if (thoughts := self._judged(mark.start(), mark.end())) is not None:
                return thoughts
        return None

    def _judged(self, start: int, end: int) -> str | None:
        whole = "".join(self._pieces)
        before = whole[: len(whole) - len(self._window) + start]
        after, self._window, self._pieces = self._window[end : end + 1], self._window[end:], [whole]
        if closes_thoughts(before, after):
            self.is_over = True
            return before
        self._mentions += 1
        self.is_over = self._mentions == MOST_MENTIONS or bool(OPENING.search(before))
        return None


def closes_thoughts(before: str, after: str) -> bool:
    """Whether a closing mark between these texts closes thoughts, and isn't a word of a text about such marks."""
    if OPENING.search(before) or before.count("```") % 2 or (after and after in _NO_ANSWER):
        return False
    line = before[before.rfind("\n") + 1 :]
    if not line.strip(WHITE):  # at the beginning of a line
        return after not in (" ", "\t")
    return line[-1] not in WHITE + _QUOTES and not line.count("`") % 2
