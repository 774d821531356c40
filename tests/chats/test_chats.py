"""The use cases of a chat as a whole."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from sqlmodel import col, select, update

from chat_stream.chats import Unacceptable, chats
from chat_stream.models import Attempt, AuditEntry, Chat, Event, Message, NotAllowed, NotFound, Role, Status
from chat_stream.models.record import now
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person
from tests.support.readers import reading_list
from tests.support.teams import acting_in, in_team, member_of

pytestmark = pytest.mark.on_both


async def test_a_chat_is_renamed_for_everybody_who_sees_it(alice: Person, bob: Person, worker: Worker):
    team = await in_team(alice, (bob, Role.MEMBER))
    sent = await member_of(alice, team).ask("Hello?")
    async with reading_list(member_of(bob, team)) as bobs:
        await eventually(lambda: bobs.titles == ["Hello?"])
        await worker.stored.chats.rename(acting_in(alice, team), sent.chat_id, "  A better\n name ")
        await eventually(lambda: bobs.titles == ["A better name"])
    assert bobs.told[-1] == {sent.chat_id}


@pytest.mark.parametrize("title", ["", " \n ", "x" * 201, "nul \0", "lone \ud800"])
async def test_what_is_no_title_is_refused(alice: Person, worker: Worker, title: str):
    sent = await alice.ask("Hello?")
    with pytest.raises(Unacceptable):
        await worker.stored.chats.rename(alice.scope, sent.chat_id, title)
    assert (await worker.stored.messages.find(alice.scope, sent.chat_id)).title == "Hello?"


async def test_a_deleted_chat_is_cut_off_and_what_is_written_in_it_is_stopped(
    alice: Person, bob: Person, worker: Worker, model: ScriptedModel
):
    team = await in_team(alice, (bob, Role.MEMBER))
    sent = await member_of(alice, team).ask("Hello?")
    async with member_of(bob, team).watch(sent.chat_id) as viewer, reading_list(member_of(bob, team)) as bobs:
        model.say("As far as this.")
        await viewer.sees("As far as this.")
        await worker.stored.chats.delete(acting_in(alice, team), sent.chat_id)
        await eventually(lambda: viewer.is_cut_off)
        await eventually(lambda: bobs.titles == [])
        await eventually(lambda: model.cancelled == 1)
    with pytest.raises(NotFound):
        await member_of(bob, team).ask("Still there?", sent.chat_id)
    with pytest.raises(NotFound):
        await worker.attempts.find(acting_in(bob, team), viewer.answer.id)


async def test_nothing_is_destroyed_by_deleting_and_undo_brings_it_back(
    alice: Person, worker: Worker, model: ScriptedModel
):
    sent = await alice.ask("Hello?")
    model.say("Kept.")
    model.finish()
    async with alice.watch(sent.chat_id) as viewer:
        await viewer.sees("Kept.", "completed")
    async with reading_list(alice) as list_:
        await eventually(lambda: list_.titles == ["Hello?"])
        await worker.stored.chats.delete(alice.scope, sent.chat_id)
        await eventually(lambda: list_.titles == [])
        await worker.stored.chats.bring_back(alice.scope, sent.chat_id)
        await eventually(lambda: list_.titles == ["Hello?"])
    async with alice.watch(sent.chat_id) as viewer:
        await viewer.sees("Kept.", "completed")


async def test_what_was_deleted_long_ago_is_not_brought_back(alice: Person, worker: Worker):
    sent = await alice.ask("Hello?")
    await worker.stored.chats.delete(alice.scope, sent.chat_id)
    async with worker.database.write() as session:
        await session.exec(update(Chat).values(deleted_at=now() - chats.UNDO - timedelta(seconds=1)))
    with pytest.raises(NotFound):
        await worker.stored.chats.bring_back(alice.scope, sent.chat_id)


async def test_the_trail_tells_of_deletions_without_a_word_of_the_chat(alice: Person, worker: Worker):
    sent = await alice.ask("A secret?")
    await worker.stored.chats.delete(alice.scope, sent.chat_id)
    await worker.stored.chats.bring_back(alice.scope, sent.chat_id)
    async with worker.database.read() as session:
        trail = (await session.exec(select(AuditEntry).order_by(col(AuditEntry.id).desc()).limit(2))).all()
    assert [entry.event for entry in trail] == [Event.CHAT_BROUGHT_BACK, Event.CHAT_DELETED]
    assert {(entry.actor_id, entry.detail) for entry in trail} == {(alice.scope.user_id, sent.chat_id)}


async def test_who_asks_while_a_chat_is_deleted_leaves_nothing_that_is_written(
    alice: Person, worker: Worker, model: ScriptedModel
):
    sent = await alice.ask("Hello?")
    asked = [alice.ask(f"Number {number}", sent.chat_id, at_once=number % 2 == 0) for number in range(4)]
    await asyncio.gather(*asked, worker.stored.chats.delete(alice.scope, sent.chat_id), return_exceptions=True)

    async def all_ended() -> bool:
        async with worker.database.read() as session:
            statuses = (await session.exec(select(Attempt.status))).all()
        return all(Status(status).is_terminal for status in statuses)

    await eventually(all_ended)


async def test_a_member_deletes_their_own_chats_and_leaders_those_of_others(alice: Person, bob: Person, worker: Worker):
    team = await in_team(alice, (bob, Role.MEMBER))
    alices, bobs = await member_of(alice, team).ask("Mine."), await member_of(bob, team).ask("And mine.")
    with pytest.raises(NotAllowed):
        await worker.stored.chats.delete(acting_in(bob, team), alices.chat_id)
    await worker.stored.chats.delete(acting_in(bob, team), bobs.chat_id)
    await worker.stored.chats.bring_back(acting_in(alice, team), bobs.chat_id)
    await worker.stored.chats.delete(acting_in(alice, team), bobs.chat_id)


async def test_an_archived_chat_comes_back_by_itself_when_something_is_asked_in_it(alice: Person, worker: Worker):
    sent = await alice.ask("Hello?")
    async with reading_list(alice) as list_:
        await eventually(lambda: list_.titles == ["Hello?"])
        await worker.stored.chats.archive(alice.scope, sent.chat_id, is_archived=True)
        await eventually(lambda: list_.entries[sent.chat_id].is_archived)
        await alice.ask("Are you there?", sent.chat_id)
        await eventually(lambda: not list_.entries[sent.chat_id].is_archived)


async def test_a_pinned_chat_stays_pinned_for_everybody(alice: Person, worker: Worker):
    sent = await alice.ask("Hello?")
    await worker.stored.chats.pin(alice.scope, sent.chat_id, is_pinned=True)
    async with reading_list(alice) as list_:
        await eventually(lambda: bool(list_.entries) and list_.entries[sent.chat_id].is_pinned)


USES: dict[str, Callable[[Worker, Person, str], Awaitable[None]]] = {
    "rename": lambda worker, person, chat: worker.stored.chats.rename(person.scope, chat, "Mine"),
    "pin": lambda worker, person, chat: worker.stored.chats.pin(person.scope, chat, is_pinned=True),
    "archive": lambda worker, person, chat: worker.stored.chats.archive(person.scope, chat, is_archived=True),
    "delete": lambda worker, person, chat: worker.stored.chats.delete(person.scope, chat),
    "bring back": lambda worker, person, chat: worker.stored.chats.bring_back(person.scope, chat),
    "read": lambda worker, person, chat: worker.stored.chats.read(person.scope, chat),
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
async def test_a_stranger_does_nothing_to_a_chat(
    alice: Person, bob: Person, worker: Worker, use: Callable[[Worker, Person, str], Awaitable[None]]
):
    sent = await alice.ask("Hello?")
    with pytest.raises(NotFound):
        await use(worker, bob, sent.chat_id)
    await worker.stored.chats.delete(alice.scope, sent.chat_id)
    with pytest.raises(NotFound):
        await use(worker, bob, sent.chat_id)


async def test_the_words_of_a_deleted_chat_go_when_it_can_not_be_brought_back_any_more(alice: Person, worker: Worker):
    kept, gone = await alice.ask("Kept."), await alice.ask("Gone.")
    for sent in (kept, gone):
        await worker.stored.stops.stop_all(alice.scope, sent.chat_id)
        await worker.stored.chats.delete(alice.scope, sent.chat_id)
    async with worker.database.write() as session:
        long_ago = update(Chat).where(col(Chat.id) == gone.chat_id).values(deleted_at=now() - timedelta(hours=1))
        await session.exec(long_ago)
    await worker.cleanup.clean()
    async with worker.database.read() as session:
        assert set(await session.exec(select(Message.chat_id))) == {kept.chat_id}
        assert set(await session.exec(select(Chat.title))) == {"Kept.", ""}
