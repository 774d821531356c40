"""Thoughts whose opening mark is in the prompt: the stream begins with the thoughts, followed by the closing mark.

Until that mark they look like an answer, and are shown as one. Text that was shown isn't taken back: when the mark
comes, the thoughts are added to the reasoning, and whatever shows the answer leaves out the beginning that is reasoning
(`answer_without_thoughts`, and its counterpart on the page). From then on, this connection's answers are expected to
begin with thoughts.
"""

from collections import OrderedDict

from chat_stream.llm.thoughts.marks import OPENING, WHITE, WITHOUT_OPENING

MOST_MENTIONS = 3
"""The most closing marks that close nothing. A text with more of them is about marks."""
LONGEST_MARK = 24
MOST_CONNECTIONS = 1000

_QUOTES = "\"'“”„«»‘’`([{<*"
_NO_ANSWER = ".,;:!?)]}'\"”»’`<"
"""Characters that follow a mark inside a sentence, and that no answer begins with."""


def answer_without_thoughts(content: str, reasoning: str) -> str:
    """An answer's text without the thoughts at its beginning that are part of its reasoning."""
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
    """Looks for the closing mark in a text that began without an opening one. It sees each token of most answers."""

    def __init__(self) -> None:
        self.is_over = False
        self._pieces: list[str] = []
        self._judged = 0
        """The number of pieces that follow the last mark."""
        self._is_pending = False
        self._mentions = 0

    def passes(self, text: str) -> bool:
        """Takes a piece of text. Returns True if no mark can end in it."""
        self._pieces.append(text)
        return not (self._is_pending or ">" in text or "]" in text or "▷" in text)

    def thoughts_before(self, *, is_last: bool = False) -> str | None:
        """The text before the closing mark, once the text after it shows that it closes thoughts."""
        self._is_pending = False
        while not self.is_over:
            window = "".join(self._pieces[max(self._judged, len(self._pieces) - LONGEST_MARK) :])
            mark = WITHOUT_OPENING.search(window)
            # The text after the mark decides.
            self._is_pending = bool(mark) and not window[mark.end() :].strip(WHITE) and not is_last
            if mark is None or self._is_pending:
                break
            if (thoughts := self._judge(len(window) - mark.start(), len(window) - mark.end())) is not None:
                return thoughts
        return None

    def _judge(self, from_start: int, from_end: int) -> str | None:
        """Judges a mark, given by its distances to the end of the text."""
        whole = "".join(self._pieces)
        before, behind = whole[: len(whole) - from_start], whole[len(whole) - from_end :]
        self._pieces, self._judged = [whole[: len(whole) - from_end], behind], 1
        if closes_thoughts(before, behind):
            self.is_over = True
            return before
        self._mentions += 1
        self.is_over = self._mentions == MOST_MENTIONS or bool(OPENING.search(before))
        return None


def closes_thoughts(before: str, behind: str) -> bool:
    """Whether a closing mark between these texts closes thoughts, or is a word in a text about marks."""
    after = behind[:1]
    if OPENING.search(before) or before.count("```") % 2 or (after and after in _NO_ANSWER):
        return False
    if behind.lstrip(WHITE).startswith("<"):  # more marks
        return False
    line = before[before.rfind("\n") + 1 :]
    if not line.strip(WHITE):  # at the beginning of a line
        return after not in (" ", "\t")
    return line[-1] not in WHITE + _QUOTES and not line.count("`") % 2
