"""Reads that several callers ask for at the same time happen once, and never before they were asked for."""

import asyncio
from collections.abc import Collection, Mapping

import pytest

from chat_stream.database import Batch, SingleFlight
from tests.support.eventually import eventually


class Reader:
    """Answers how often it has read, when it may."""

    def __init__(self) -> None:
        self.reads = 0
        self.asked: list[set[str]] = []
        self.may = asyncio.Event()

    async def read(self, _: str) -> int:
        self.reads += 1
        mine = self.reads
        await self.may.wait()
        return mine

    async def read_all(self, questions: Collection[str]) -> Mapping[str, str]:
        self.asked.append(set(questions))
        await self.may.wait()
        return {question: question.upper() for question in questions if question != "nobody"}


async def test_who_asks_at_the_same_time_shares_a_read():
    reader = Reader()
    reader.may.set()
    shared = SingleFlight(reader.read)
    assert await asyncio.gather(*(shared.read("a") for _ in range(3))) == [1, 1, 1]
    assert await shared.read("a") == 2


async def test_who_asks_while_a_read_runs_gets_what_the_next_one_finds():
    reader = Reader()
    shared = SingleFlight(reader.read)
    early = asyncio.create_task(shared.read("a"))
    await eventually(lambda: reader.reads == 1)
    late = [asyncio.create_task(shared.read("a")) for _ in range(2)]
    await asyncio.sleep(0)
    reader.may.set()
    assert await asyncio.gather(early, *late) == [1, 2, 2]


async def test_other_things_are_read_meanwhile():
    reader = Reader()
    shared = SingleFlight(reader.read)
    both = asyncio.gather(shared.read("a"), shared.read("b"))
    await eventually(lambda: reader.reads == 2)
    reader.may.set()
    assert await both == [1, 2]


async def test_who_stops_waiting_takes_nothing_from_the_others():
    reader = Reader()
    shared = SingleFlight(reader.read)
    leaving, staying = asyncio.create_task(shared.read("a")), asyncio.create_task(shared.read("a"))
    await asyncio.sleep(0)
    leaving.cancel()
    reader.may.set()
    assert await staying == 1


async def test_a_read_that_nobody_wants_any_more_ends():
    reader = Reader()
    shared = SingleFlight(reader.read)
    before = asyncio.all_tasks()
    asking = [asyncio.create_task(shared.read("a")) for _ in range(2)]
    await eventually(lambda: reader.reads == 1)
    asking.append(asyncio.create_task(shared.read("a")))
    await asyncio.sleep(0)
    for each in asking:
        each.cancel()
    await asyncio.wait(asking)
    assert asyncio.all_tasks() == before
    reader.may.set()
    assert await shared.read("a") == 2


async def test_a_failure_is_told_to_all_who_asked_and_to_nobody_after_them():
    failures = [ConnectionError("gone")]

    async def read(_: str) -> str:
        if failures:
            raise failures.pop()
        return "there"

    shared = SingleFlight(read)
    told = await asyncio.gather(shared.read("a"), shared.read("a"), return_exceptions=True)
    assert [type(error) for error in told] == [ConnectionError, ConnectionError]
    assert await shared.read("a") == "there"


async def test_different_questions_are_answered_by_one_read():
    reader = Reader()
    reader.may.set()
    together = Batch(reader.read_all)
    assert await asyncio.gather(*(together.ask(name) for name in ("a", "b", "a", "nobody"))) == ["A", "B", "A", None]
    assert reader.asked == [{"a", "b", "nobody"}]


@pytest.mark.timeout(10)
async def test_a_question_asked_during_a_read_waits_for_the_next():
    reader = Reader()
    together = Batch(reader.read_all)
    early = asyncio.create_task(together.ask("a"))
    await eventually(lambda: bool(reader.asked))
    late = asyncio.create_task(together.ask("b"))
    await asyncio.sleep(0)
    reader.may.set()
    assert await asyncio.gather(early, late) == ["A", "B"]
    assert reader.asked == [{"a"}, {"b"}]
