"""A temporary chat is answered like every other, is told to one page, and leaves nothing behind."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from chat_stream.chats import Unacceptable, temporary
from chat_stream.limits.settings import LimitSettings
from chat_stream.models import NotFound
from chat_stream.worker import Worker
from tests.support.backing import SQLITE, Backing, only_on
from tests.support.eventually import eventually
from tests.support.matrix import rows_of
from tests.support.model import ScriptedModel
from tests.support.people import Person, sign_up

MARKER = "Xylophone"
"""A word that nobody but the test says."""


async def begun(person: Person, models: Sequence[str] = ("demo",)) -> str:
    return await person.worker.temporary.begin(person.scope, "a tab", models)


async def asked(person: Person, chat_id: str, text: str, client_id: str = "") -> None:
    await person.worker.temporary.service.messages.send(
        person.scope, chat_id=chat_id, text=text, client_id=client_id or text
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@only_on(SQLITE)
async def test_no_table_and_no_file_has_a_word_of_it(
    alice: Person, model: ScriptedModel, worker: Worker, tmp_path: Path
):
    before = await rows_of(worker)
    chat_id = await begun(alice)
    async with alice.watch(chat_id) as viewer:
        await asked(alice, chat_id, f"{MARKER} one?")
        model.say(f"{MARKER} answered.")
        await viewer.sees(f"{MARKER} answered.")
        await worker.temporary.service.stops.stop_all(alice.scope, chat_id)
        await viewer.sees(f"{MARKER} answered.", "stopped")
        await worker.temporary.service.messages.retry(alice.scope, viewer.answer.id)
        model.say(f"{MARKER} again.")
        model.finish()
        await viewer.sees(f"{MARKER} again.", "completed")
        await worker.temporary.service.versions.edit(
            alice.scope, next(iter(viewer.messages)), text=f"{MARKER} two?", client_id="edited"
        )
        model.say(f"{MARKER} once more.")
        model.finish()
        await viewer.sees(f"{MARKER} once more.", "completed")
        assert [turn.content for turn in model.requests[-1].turns] == [f"{MARKER} two?"]
    assert len(model.requests) == 3  # none of them for a title
    assert await rows_of(worker) == before
    files = contents(tmp_path)
    assert {"chat_stream.db", "chat_stream.db-wal", "chat_stream.db-shm"} <= files.keys()
    assert not [name for name, content in files.items() if MARKER.encode() in content]


async def test_what_is_sent_meanwhile_waits_and_is_answered(alice: Person, model: ScriptedModel, worker: Worker):
    chat_id = await begun(alice)
    async with alice.watch(chat_id) as viewer:
        await asked(alice, chat_id, "First?")
        await asked(alice, chat_id, "Second?")
        await eventually(lambda: viewer.waiting == ["Second?"])
        model.finish()
        await eventually(lambda: len(model.requests) == 2)
        model.say("Two.")
        model.finish()
        await viewer.sees("Two.", "completed")


async def test_it_is_nobody_elses_and_no_other_page_shows_it(alice: Person, bob: Person, worker: Worker):
    chat_id = await begun(alice)
    for of_it in (worker.temporary.check, worker.where):
        with pytest.raises(NotFound):
            of_it(bob.scope, chat_id)
    with pytest.raises(NotFound):
        async with worker.temporary.shown(chat_id, "another tab", 9):
            pass
    async with worker.temporary.shown(chat_id, "a tab", 3):
        pass
    async with worker.temporary.shown(chat_id, "a tab", 4):
        assert worker.temporary.account_of(chat_id) == alice.scope.account_id


async def test_loaded_anew_the_page_finds_it_gone_and_its_answer_is_stopped(
    alice: Person, model: ScriptedModel, worker: Worker
):
    chat_id = await begun(alice)
    await asked(alice, chat_id, "Hello?")
    await eventually(lambda: len(worker.temporary.service.runner) == 1)
    async with alice.watch(chat_id) as viewer, worker.temporary.shown(chat_id, "a tab", 5):
        await eventually(lambda: len(viewer.messages) == 2)
        with pytest.raises(NotFound):
            async with worker.temporary.shown(chat_id, "a tab", 2):
                pass
        await eventually(lambda: viewer.is_cut_off)
    await eventually(lambda: len(worker.temporary.service.runner) == 0)
    with pytest.raises(NotFound):
        worker.where(alice.scope, chat_id)


async def test_it_goes_when_its_page_does_not_come_back_and_at_an_age(alice: Person, worker: Worker):
    left, shown = await begun(alice), await begun(alice)
    async with worker.temporary.shown(shown, "a tab", 1):
        await worker.temporary.sweep()
        assert len(worker.temporary) == 2
        await worker.temporary.sweep(grace=0)
        assert [worker.temporary.account_of(chat_id) for chat_id in (left, shown)] == ["", alice.scope.account_id]
        await worker.temporary.sweep(life=0)
    assert len(worker.temporary) == 0
    assert all(not rows for rows in (await rows_of(worker.temporary)).values())


async def test_who_signs_out_is_cut_off(alice: Person, model: ScriptedModel, worker: Worker):
    chat_id = await begun(alice)
    async with alice.watch(chat_id) as viewer:
        await asked(alice, chat_id, "Hello?")
        model.say("Now, ")
        await viewer.sees("Now, ")
        await worker.people.accounts.sign_out(alice.token)
        await eventually(lambda: viewer.is_cut_off, within=2)


async def test_a_user_has_so_many(alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(temporary, "MOST", 2)
    for _ in range(2):
        await begun(alice)
    with pytest.raises(Unacceptable) as refused:
        await begun(alice)
    assert refused.value.sentence.startswith("You have 2 temporary chats")
    await begun(bob)


async def test_limits_count_it_together_with_what_is_stored(backing: Backing, model: ScriptedModel):
    async with Worker(backing.settings(LimitSettings(generations=2)), model.stream).running() as worker:
        alice = await sign_up(worker, "Alice")
        chat_id = await begun(alice)
        await asked(alice, chat_id, "One?")
        await alice.ask("Two?")
        with pytest.raises(Unacceptable):
            await alice.ask("Three?")
        with pytest.raises(Unacceptable):
            await asked(alice, await begun(alice), "Four?")
        model.finish()


async def test_a_cancelled_reader_takes_nothing_with_it(alice: Person, worker: Worker):
    chat_id = await begun(alice)
    find = worker.temporary.service.messages.find
    for turns in range(40):
        reading = asyncio.create_task(find(alice.scope, chat_id))
        for _ in range(turns):
            await asyncio.sleep(0)
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)
    assert (await find(alice.scope, chat_id)).id == chat_id
