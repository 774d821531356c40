"""The worker in this process, one step at a time: the model says what it is told, nothing follows a plan."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import replace
from pathlib import Path

from chat_stream.llm import Chunk, ErrorKind, ProviderError, Request
from chat_stream.models import Scope
from chat_stream.texts import Text
from chat_stream.worker import Worker
from tests.exactness.inside import Inside
from tests.exactness.ledger import LIVE
from tests.exactness.leftovers import nothing_is_left_in_worker
from tests.exactness.onlooker import Onlooker
from tests.exactness.plan import ENDING, Kind, Plan, Planned, Question
from tests.exactness.verdict import judge, rest
from tests.exactness.voice import Speech, question_number
from tests.support.eventually import comes_true

MOMENT = 0.004
"""Seconds in which what can happen happens."""
SAY, THINK, FINISH, FAIL = "content", "reasoning", "finish", "fail"


class Stepped(Inside):
    """Every ending is excused: the machine decides what ends when."""

    def __init__(self, database_file: Path, scope: Scope) -> None:
        excuses = tuple(Planned(fault, question, 0) for fault in ENDING for question in range(10))
        super().__init__(Plan(0, Kind.IN_PROCESS, (), 0, excuses), database_file, scope)
        self._words: asyncio.Queue[tuple[str, str]] = asyncio.Queue()

    @property
    def is_live(self) -> bool:
        answers = self.ledger.answers()
        return bool(answers) and answers[-1].status in LIVE

    @property
    def status(self) -> str:
        return self.ledger.answers()[-1].status

    @property
    def _listens(self) -> bool:
        return any(not speech.is_closed for speech in self.voice.speeches)

    async def ask(self) -> None:
        number = len(self.plan.questions)
        self.plan = replace(self.plan, questions=(*self.plan.questions, Question(0, 0, 0, has_reasoning=True)))
        await self.send(number)

    async def tell_model(self, what: str, text: str = "") -> None:
        """As soon as it listens; an answer that has just ended is told nothing."""
        await comes_true(lambda: self._listens or not self.is_live)
        self._words.put_nowait((what, text))
        await asyncio.sleep(MOMENT)

    async def joined(self, number: int) -> Onlooker:
        onlooker = Onlooker(self, f"viewer {number}")
        self.onlookers.append(onlooker)
        self.watchers.append(onlooker)
        await onlooker.open()
        return onlooker

    async def come_to_rest(self) -> None:
        """Lets the last answer finish and everybody see it; then nothing may be left."""
        if self.is_live:
            await self.tell_model(FINISH)
        for onlooker in self.onlookers:
            onlooker.thaw()
            await onlooker.open()
        await rest(self, patience=6.0)
        await self.close()
        judge(self)
        await nothing_is_left_in_worker(self.worker, self.findings)
        await self.worker.stop()
        self.ledger.close()

    def _new_worker(self) -> Worker:
        worker = super()._new_worker()
        worker.stored.journal._tick = 0.001
        return worker

    async def _stream(self, request: Request) -> AsyncGenerator[Chunk]:
        self._words = asyncio.Queue()
        number = question_number(request.turns[-1].content)
        speech = Speech(number, len(self.voice.of(number)) + 1, [""], [], 1.0)
        self.voice.speeches.append(speech)
        try:
            while (step := await self._words.get())[0] != FINISH:
                what, text = step
                if what == FAIL:
                    raise ProviderError(ErrorKind.KEY_REFUSED, Text("failure-cut-off"))
                (speech.thought if what == THINK else speech.said).append(text)
                yield Chunk(reasoning=text) if what == THINK else Chunk(content=text)
            speech.is_whole = True
        finally:
            speech.is_closed = True
