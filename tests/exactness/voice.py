"""The provider's voice: what it says to each call, how far it is, and who waits for that."""

import asyncio
import random
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field

from tests.exactness.plan import Fault, Kind, Plan
from tests.exactness.texts import normalized, pieces_of
from tests.support.eventually import comes_true


class VoiceBroke(Exception):
    """The plan says that the provider fails here."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass
class Speech:
    """The answer to one call. `said` and `thought` are what was handed out, in pieces."""

    question: int
    number: int
    pieces: list[str]
    thoughts: list[str]
    rate: float
    breaks: Fault | None = None
    breaks_at: int = 0
    stall: float = 0.0
    said: list[str] = field(default_factory=list[str])
    thought: list[str] = field(default_factory=list[str])
    is_whole: bool = False
    is_closed: bool = False
    strikes: list[Fault] = field(default_factory=list[Fault])
    asked_from: int = 0
    """The port of the caller's connection, where there is one."""

    async def perform(self) -> AsyncGenerator[tuple[str, str]]:
        """The pieces with their part, at the pace. Raises `VoiceBroke` where the plan says so."""
        clock = asyncio.get_running_loop().time
        began = clock()
        try:
            for index, (part, piece) in enumerate(self._script()):
                if index == self.breaks_at and self.breaks:
                    began += await self._break(self.breaks)
                if (wait := began + index / self.rate - clock()) > 0:
                    await asyncio.sleep(wait)
                (self.thought if part == "reasoning" else self.said).append(piece)
                yield part, piece
            self.is_whole = True
        finally:
            self.is_closed = True

    @property
    def progress(self) -> float:
        return (len(self.said) + len(self.thought)) / (len(self.pieces) + len(self.thoughts))

    def text(self, part: str) -> str:
        """The text so far, as it is promised to be stored."""
        return normalized("".join(self.said if part == "content" else self.thought))

    def has_said(self, part: str, text: str) -> bool:
        """Whether this is a beginning of what was said, also one that ends inside a surrogate pair."""
        if self.text(part).startswith(text):
            return True
        pieces = self.said if part == "content" else self.thought
        is_cut = text.endswith("\ufffd") and self.text(part).startswith(text[:-1])
        return is_cut and any(normalized("".join(pieces[:end])) == text for end in range(len(pieces) + 1))

    def _script(self) -> list[tuple[str, str]]:
        return [*(("reasoning", piece) for piece in self.thoughts), *(("content", piece) for piece in self.pieces)]

    async def _break(self, fault: Fault) -> float:
        self.strikes.append(fault)
        if fault is not Fault.PROVIDER_STALL:
            raise VoiceBroke(fault)
        await asyncio.sleep(self.stall)
        return self.stall


class Voice:
    """Knows all speeches of a run. The first to a question may break, later ones are whole.

    Where there are tabs, it is silent until `has_audience`: a page that isn't loaded yet is nobody's viewer.
    """

    def __init__(self, plan: Plan) -> None:
        self.speeches: list[Speech] = []
        self.has_audience = asyncio.Event()
        self._plan = plan

    def begin(self, asked: str) -> Speech:
        """The speech for a call whose last turn begins with the question's number."""
        question = question_number(asked)
        number = len(self.of(question)) + 1
        speech = self._speech(question, number)
        self.speeches.append(speech)
        return speech

    def of(self, question: int) -> list[Speech]:
        return [speech for speech in self.speeches if speech.question == question]

    def has_said(self, part: str, text: str, reads: Callable[[str], str] = str) -> bool:
        """Whether any speech began like this, as its viewer reads it."""
        if not text or any(speech.has_said(part, text) for speech in self.speeches):
            return True
        return reads is not str and any(reads(speech.text(part)).startswith(text) for speech in self.speeches)

    async def reaches(self, question: int, share: float, is_over: Callable[[], bool]) -> bool:
        """Waits until the first answer is so far; False if it ended before, or `is_over` before anybody asked."""
        await comes_true(lambda: bool(self.of(question)) or is_over())
        if not self.of(question):
            return False
        first = self.of(question)[0]
        await comes_true(lambda: first.progress >= share or first.is_closed, every=0.002)
        return not first.is_closed

    def _speech(self, question: int, number: int) -> Speech:
        plan = self._plan.questions[question]
        choose = random.Random(f"{self._plan.seed} {question} {number}")
        is_plain = self._plan.kind is Kind.TABS
        header = f"s{self._plan.seed}q{question}c{number} "
        pieces = [header, *pieces_of(choose, plan.pieces, is_plain=is_plain)]
        thoughts = ["r" + header, *pieces_of(choose, plan.pieces // 4, is_plain=is_plain)] if plan.has_reasoning else []
        speech = Speech(question, number, pieces, thoughts, plan.rate)
        if number == 1 and (planned := self._plan.provider_fault(question)):
            speech.breaks, speech.stall = planned.fault, planned.seconds
            speech.breaks_at = max(2, int(planned.at * (len(pieces) + len(thoughts))))
        return speech


def asked_text(question: int) -> str:
    return f"{question}: what do you say to that?"


def question_number(text: str) -> int:
    return int(text.partition(":")[0])
