"""An account's list of chats: each change is told once, of that chat only, to everybody who may see it."""

from datetime import timedelta

import pytest
from sqlmodel import col, update

from chat_stream.models import Chat, ListPlace, Role
from chat_stream.models.record import now
from chat_stream.streaming.follow import list_follow
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.hub import held_for_viewers
from tests.support.model import ScriptedModel
from tests.support.people import Person
from tests.support.readers import reading_list
from tests.support.teams import acting_in, in_team, member_of

pytestmark = pytest.mark.on_both


async def seed(person: Person, count: int) -> None:
    """So many chats, the last from an hour ago, each a minute after the one before."""
    begun = now() - timedelta(hours=1, minutes=count)
    async with person.worker.database.write() as session:
        for number in range(count):
            session.add(
                Chat(
                    account_id=person.scope.account_id,
                    created_by=person.scope.user_id,
                    title=f"Chat {number}",
                    model="demo",
                    updated_at=begun + timedelta(minutes=number),
                )
            )


async def test_a_chat_is_marked_while_it_is_written_and_unread_until_it_was_seen(
    alice: Person, bob: Person, worker: Worker, model: ScriptedModel
):
    team = await in_team(alice, (bob, Role.MEMBER))
    async with reading_list(member_of(bob, team)) as bobs:
        sent = await member_of(alice, team).ask("Hello?")
        await eventually(lambda: sent.chat_id in bobs.entries and bobs.entries[sent.chat_id].is_written)
        assert not bobs.entries[sent.chat_id].is_unread
        model.say("Hi.")
        model.finish()
        await eventually(lambda: not bobs.entries[sent.chat_id].is_written)
        assert bobs.entries[sent.chat_id].is_unread
        await worker.stored.chats.read(acting_in(bob, team), sent.chat_id)
        await eventually(lambda: not bobs.entries[sent.chat_id].is_unread)
    assert not held_for_viewers(worker)


async def test_who_reads_a_chat_reads_it_for_themselves(
    alice: Person, bob: Person, worker: Worker, model: ScriptedModel
):
    team = await in_team(alice, (bob, Role.MEMBER))
    sent = await member_of(alice, team).ask("Hello?")
    model.finish()
    async with reading_list(member_of(alice, team)) as alices:
        await eventually(lambda: bool(alices.entries) and alices.entries[sent.chat_id].is_unread)
        await worker.stored.chats.read(acting_in(bob, team), sent.chat_id)
        await worker.stored.chats.rename(acting_in(bob, team), sent.chat_id, "Seen by Bob")
        await eventually(lambda: alices.titles == ["Seen by Bob"])
        assert alices.entries[sent.chat_id].is_unread


async def test_who_joins_a_team_has_read_what_was_there_before(
    alice: Person, bob: Person, worker: Worker, model: ScriptedModel
):
    team = await in_team(alice)
    sent = await member_of(alice, team).ask("Hello?")
    model.finish()
    async with member_of(alice, team).watch(sent.chat_id) as viewer:
        await eventually(lambda: len(viewer.messages) == 2 and viewer.answer.status == "completed")
    invitation = await worker.people.invitations.invite(acting_in(alice, team), Role.MEMBER)
    await worker.people.invitations.accept(bob.scope, invitation.token)
    async with reading_list(member_of(bob, team)) as bobs:
        await eventually(lambda: bobs.titles == ["Hello?"])
        assert not bobs.entries[sent.chat_id].is_unread


async def test_the_newest_come_first_and_older_ones_as_they_are_asked_for(alice: Person):
    await seed(alice, 250)
    async with reading_list(alice) as list_:
        for count in (100, 200, 250):
            await eventually(lambda count=count: len(list_.entries) == count)
            assert list_.titles[-1] == f"Chat {250 - count}"
            list_.follow.reach_further(list_.reaches[False])
        assert list_.reaches[False] is None


async def test_what_is_pinned_comes_at_first_however_old(alice: Person, worker: Worker):
    await seed(alice, 150)
    async with worker.database.write() as session:
        await session.exec(update(Chat).where(col(Chat.title) == "Chat 3").values(is_pinned=True))
    async with reading_list(alice) as list_:
        await eventually(lambda: len(list_.entries) == list_follow.PAGE + 1)
        assert list_.titles[:2] == ["Chat 3", "Chat 149"]


async def test_a_chat_is_found_by_words_of_its_title_wherever_it_stands(alice: Person, worker: Worker):
    await seed(alice, 150)
    async with worker.database.write() as session:
        await session.exec(update(Chat).where(col(Chat.title) == "Chat 3").values(title="100% ÜBER Äpfel_"))
    async with reading_list(alice) as list_:
        await eventually(lambda: len(list_.entries) == list_follow.PAGE)
        list_.follow.find("Über Äpfel_")
        await eventually(lambda: "100% ÜBER Äpfel_" in list_.titles)
        told = len(list_.told)
        list_.follow.find("c%t")
        list_.follow.find("CHAT 149")
        await eventually(lambda: len(list_.told) > told)
    assert len(list_.entries) == list_follow.PAGE + 1


async def test_the_archive_comes_when_it_is_opened(alice: Person, worker: Worker):
    await seed(alice, 3)
    async with worker.database.write() as session:
        await session.exec(update(Chat).where(col(Chat.title) == "Chat 1").values(archived_at=now()))
    async with reading_list(alice) as list_:
        await eventually(lambda: list_.titles == ["Chat 2", "Chat 0"])
        list_.follow.reach_further(None, is_archive=True)
        await eventually(lambda: True in list_.reaches)
        assert {entry.title for entry in list_.entries.values() if entry.is_archived} == {"Chat 1"}


async def test_who_comes_back_is_told_what_changed_and_what_was_deleted(alice: Person, worker: Worker):
    kept, renamed, deleted = [await alice.ask(text) for text in ("Kept", "Renamed", "Deleted")]
    async with reading_list(alice) as list_:
        await eventually(lambda: len(list_.entries) == 3)
    await worker.stored.chats.rename(alice.scope, renamed.chat_id, "Another")
    await worker.stored.chats.delete(alice.scope, deleted.chat_id)
    await eventually(lambda: len(worker.stored.runner) == 2)
    async with reading_list(alice, list_.revision) as back:
        await eventually(lambda: bool(back.told))
    assert back.told[0] == {renamed.chat_id, deleted.chat_id}
    assert back.titles == ["Another"]
    assert kept.chat_id not in back.entries


async def test_a_place_that_nobody_gave_begins_at_the_top(alice: Person):
    await seed(alice, 1)
    async with reading_list(alice) as list_:
        list_.follow.reach_further(ListPlace(now() + timedelta(days=400), ""))
        await eventually(lambda: list_.titles == ["Chat 0"])
