"""Written before seen, once, under one fence."""

import sqlite3
from collections.abc import Sequence

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import col, select, update

from chat_stream.models import Attempt, Ending, JournalEntry, Status
from chat_stream.streaming import Refused, Writer
from chat_stream.streaming.journal import journal
from chat_stream.streaming.journal.commit import commit
from chat_stream.streaming.journal.writer import Draft
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person

pytestmark = pytest.mark.on_both


@pytest.fixture
async def writer(alice: Person, worker: Worker) -> Writer:
    await alice.ask("Hello?")
    return worker.stored.journal.writers[0]


async def stored(worker: Worker, writer: Writer) -> str:
    async with worker.database.read() as session:
        entries = await session.exec(
            select(JournalEntry).where(JournalEntry.attempt_id == writer.attempt_id).order_by(col(JournalEntry.start))
        )
        return "".join(entry.text for entry in entries)


async def test_what_comes_between_two_ticks_is_one_row(writer: Writer, worker: Worker):
    for letter in "abcdef":
        writer.append("content", letter)
    await eventually(lambda: writer.ends.content == 6)
    async with worker.database.read() as session:
        assert [entry.text for entry in (await session.exec(select(JournalEntry))).all()] == ["abcdef"]


async def test_positions_count_code_points(writer: Writer):
    writer.append("content", "😀é")
    writer.append("reasoning", "ab")
    await eventually(lambda: writer.ends == (2, 2))


async def test_whatever_text_comes_is_made_storable_and_counts_as_it_is_stored(writer: Writer, worker: Worker):
    for text in ("a\0b", "", "\udc00", "c\ud83d", "\ude00"):
        writer.append("content", text)
    await eventually(lambda: writer.ends.content == len("a�b�c😀"))
    assert await stored(worker, writer) == "a�b�c😀"


async def test_the_end_brings_what_still_waited_for_its_other_half(writer: Writer, worker: Worker):
    writer.append("content", "a\ud83d")
    writer.append("reasoning", "\ud83d")  # each part is a text of its own
    writer.append("content", "\ude00b\ud83d")
    await writer.close(Ending(Status.COMPLETED))
    async with worker.database.read() as session:
        attempt = await session.get_one(Attempt, writer.attempt_id)
    assert (attempt.content, attempt.reasoning) == ("a😀b�", "�")


async def test_a_writer_whose_fence_was_taken_is_refused(writer: Writer, worker: Worker):
    async with worker.database.write() as session:
        await session.exec(update(Attempt).values(fence=Attempt.fence + 1))
    writer.append("content", "too late")
    await eventually(lambda: writer.is_refused)
    assert await stored(worker, writer) == ""
    with pytest.raises(Refused):
        writer.append("content", "more")
    with pytest.raises(Refused):
        await writer.close(Ending(Status.COMPLETED))


async def test_a_terminal_status_never_changes_again(writer: Writer, worker: Worker):
    await worker.stored.runner.drain(0)
    async with worker.database.read() as session:
        assert (await session.exec(select(Attempt))).one().status == Status.INTERRUPTED
    draft = Draft(writer.attempt_id, writer.fence, writer.ends, writer.ends, (), Ending(Status.COMPLETED))
    assert await commit(worker.database, [draft]) == set()


@pytest.mark.parametrize("is_done_first", [True, False], ids=["acknowledgement lost", "commit lost"])
async def test_a_commit_without_acknowledgement_is_neither_lost_nor_repeated(
    writer: Writer, worker: Worker, monkeypatch: pytest.MonkeyPatch, is_done_first: bool
):
    failures = 0

    async def commit_and_fail_once(database: object, drafts: Sequence[Draft]) -> set[str]:
        nonlocal failures
        failures += 1
        if failures > 1:
            return await commit(worker.database, drafts)
        if is_done_first:
            await commit(worker.database, drafts)
        writer.append("content", "and on. ")
        raise OperationalError("COMMIT", {}, OSError("connection lost"))

    monkeypatch.setattr(journal, "commit", commit_and_fail_once)
    writer.append("content", "Once ")
    await eventually(lambda: writer.ends.content == len("Once and on. "))
    assert await stored(worker, writer) == "Once and on. "


async def test_one_text_that_the_database_refuses_does_not_hold_up_the_others(alice: Person, worker: Worker):
    await alice.ask("Good?")
    await alice.ask("Bad?")
    good, bad = worker.stored.journal.writers
    bad._add("content", "\ud800")  # past its normalizer
    good.append("content", "fine")
    await eventually(lambda: good.ends.content == 4)

    async def has_failed() -> bool:
        async with worker.database.read() as session:
            return (await session.get_one(Attempt, bad.attempt_id)).status == Status.FAILED

    await eventually(has_failed)


async def test_a_full_disk_loses_nothing_and_shows_nothing_that_is_not_written(
    alice: Person, model: ScriptedModel, worker: Worker, monkeypatch: pytest.MonkeyPatch
):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Written. ")
        await viewer.sees("Written. ")

        async def fail(*_: object) -> set[str]:
            raise OperationalError("INSERT", {}, sqlite3.OperationalError("database or disk is full"))

        with monkeypatch.context() as full:
            full.setattr(journal, "commit", fail)
            model.say("Held ", "back.")
            model.finish()
            await eventually(lambda: worker.stored.journal.failures > 2)
            assert viewer.text == "Written. "
        await viewer.sees("Written. Held back.", "completed")


async def test_an_answer_that_outgrows_the_buffer_fails_with_the_reason(
    alice: Person, model: ScriptedModel, worker: Worker, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("chat_stream.streaming.journal.writer.BUFFER_BOUND", 10)
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        async with worker.database.write():
            model.say("Twelve chars", "too many")
            await eventually(lambda: model.closed == 1)
        await viewer.sees("Twelve chars", "failed")
    assert "database" in viewer.answer.error


async def test_a_transaction_that_waited_long_for_a_lock_does_not_hold_up_the_next(worker: Worker):
    assert worker.stored.journal._pause(0.1) == pytest.approx(0.1)
    assert worker.stored.journal._pause(20.0) == journal.PATIENCE


async def test_what_a_reader_finds_right_before_a_tick_is_in_its_transaction(writer: Writer, worker: Worker):
    await writer.has_time()  # nothing waits
    writer.append("content", "a")
    await eventually(lambda: writer.ends.content == 1)
    writer.append("content", "b")
    await writer.has_time()
    writer.append("content", "c")
    await eventually(lambda: writer.ends.content == 3)
    async with worker.database.read() as session:
        assert [entry.text for entry in (await session.exec(select(JournalEntry))).all()] == ["a", "bc"]


async def test_a_provider_is_read_while_the_database_is_locked(
    writer: Writer, worker: Worker, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(journal, "PATIENCE", 0.01)
    async with worker.database.write():
        writer.append("content", "patient")
        await writer.has_time()


async def test_text_waits_in_the_buffer_while_the_database_is_locked(writer: Writer, worker: Worker):
    async with worker.database.write():
        writer.append("content", "patient")
        assert writer.ends.content == 0
    await eventually(lambda: writer.ends.content == 7)
