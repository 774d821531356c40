"""Several versions of a message, and the branches that they begin."""

import asyncio

import pytest
from sqlmodel import select, update

from chat_stream.chats import Unacceptable
from chat_stream.chats.titles import NOBODY
from chat_stream.models import Chat, Message, NotFound, Role, Status
from chat_stream.streaming import Cursor
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person, Viewer
from tests.support.teams import in_team, member_of

pytestmark = pytest.mark.on_both


async def answered(viewer: Viewer, model: ScriptedModel, text: str) -> str:
    """The newest answer's id, when it has become this text."""
    model.say(text)
    model.finish()
    await viewer.sees(text, "completed")
    return viewer.answer.id


async def test_regenerate_makes_another_answer_beside_the_old_one(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("Which?")
    async with alice.watch(sent.chat_id) as viewer:
        old = await answered(viewer, model, "This one.")
        await worker.stored.versions.regenerate(alice.scope, old)
        new = await answered(viewer, model, "Or that one.")
        assert viewer.branch == ["Which?", "Or that one."]
        assert viewer.texts[old] == "This one."
        assert new != old


async def test_the_branch_that_was_chosen_is_remembered_and_shown_to_everybody(
    alice: Person, bob: Person, model: ScriptedModel, worker: Worker
):
    team = await in_team(alice, (bob, Role.MEMBER))
    alice, bob = member_of(alice, team), member_of(bob, team)
    sent = await alice.ask("Which?")
    async with alice.watch(sent.chat_id) as viewer, bob.watch(sent.chat_id) as onlooker:
        old = await answered(viewer, model, "This one.")
        await worker.stored.versions.regenerate(alice.scope, old)
        await answered(viewer, model, "Or that one.")
        await worker.stored.versions.choose(bob.scope, old)
        for each in (viewer, onlooker):
            await eventually(lambda each=each: each.branch == ["Which?", "This one."])
    async with bob.watch(sent.chat_id) as later:
        await eventually(lambda: later.branch == ["Which?", "This one."])


async def test_choosing_sends_no_text_again(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("Which?")
    async with alice.watch(sent.chat_id) as viewer:
        old = await answered(viewer, model, "This one.")
        await worker.stored.versions.regenerate(alice.scope, old)
        await answered(viewer, model, "Or that one.")
        async with worker.database.read() as session:
            revision = (await session.get_one(Chat, sent.chat_id)).revision
    async with alice.watch(sent.chat_id, Cursor(revision)) as viewer:
        await worker.stored.versions.choose(alice.scope, old)
        await eventually(lambda: list(viewer.places) == [old])
        assert not viewer.messages


async def test_an_edited_question_begins_a_branch_and_the_old_one_stays(
    alice: Person, model: ScriptedModel, worker: Worker
):
    sent = await alice.ask("First?")
    async with alice.watch(sent.chat_id) as viewer:
        await answered(viewer, model, "One.")
        second = await alice.ask("Second?", sent.chat_id)
        await answered(viewer, model, "Two.")
        await worker.stored.versions.edit(alice.scope, sent.message_id, text="Other first?", client_id="edit")
        await answered(viewer, model, "Other one.")
        assert viewer.branch == ["Other first?", "Other one."]
        await worker.stored.versions.choose(alice.scope, sent.message_id)
        await eventually(lambda: viewer.branch == ["First?", "One.", "Second?", "Two."])
        await worker.stored.versions.edit(alice.scope, second.message_id, text="Third?", client_id="another edit")
        await answered(viewer, model, "Three.")
        assert viewer.branch == ["First?", "One.", "Third?", "Three."]


async def test_a_model_is_asked_the_branch_that_its_answer_is_on(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("First?")
    async with alice.watch(sent.chat_id) as viewer:
        old = await answered(viewer, model, "One.")
        await worker.stored.versions.regenerate(alice.scope, old)
        await answered(viewer, model, "Other one.")
        await alice.ask("Second?", sent.chat_id)
        await answered(viewer, model, "Two.")
    assert [turn.content for turn in model.requests[1].turns] == ["First?"]
    assert [turn.content for turn in model.requests[2].turns] == ["First?", "Other one.", "Second?"]


async def test_a_question_is_added_to_the_branch_that_is_shown(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("First?")
    async with alice.watch(sent.chat_id) as viewer:
        old = await answered(viewer, model, "One.")
        await worker.stored.versions.regenerate(alice.scope, old)
        await answered(viewer, model, "Other one.")
        await worker.stored.versions.choose(alice.scope, old)
        await alice.ask("Second?", sent.chat_id)
        await answered(viewer, model, "Two.")
        assert viewer.branch == ["First?", "One.", "Second?", "Two."]


async def test_a_branch_that_is_being_written_goes_on_when_another_is_looked_at(
    alice: Person, model: ScriptedModel, worker: Worker
):
    sent = await alice.ask("Which?")
    async with alice.watch(sent.chat_id) as viewer:
        old = await answered(viewer, model, "This one.")
        await worker.stored.versions.regenerate(alice.scope, old)
        model.say("Or ")
        await viewer.sees("Or ")
        await worker.stored.versions.choose(alice.scope, old)
        await eventually(lambda: viewer.branch == ["Which?", "This one."])
        model.say("that one.")
        model.finish()
        await viewer.sees("Or that one.", "completed")
        assert viewer.branch == ["Which?", "This one."]


async def test_two_questions_at_once_follow_one_another(alice: Person, model: ScriptedModel):
    sent = await alice.ask("First?")
    await asyncio.gather(*(alice.ask(f"And {number}?", sent.chat_id, at_once=True) for number in range(4)))
    async with alice.watch(sent.chat_id) as viewer:
        await eventually(lambda: len(viewer.places) == 10 and len(viewer.branch) == 10)


async def test_a_second_click_on_regenerate_is_no_second_answer(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("Which?")
    async with alice.watch(sent.chat_id) as viewer:
        old = await answered(viewer, model, "This one.")
        clicks = [worker.stored.versions.regenerate(alice.scope, old) for _ in range(3)]
        outcomes = await asyncio.gather(*clicks, return_exceptions=True)
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["NoneType", "Unacceptable", "Unacceptable"]
        await answered(viewer, model, "Or that one.")


async def test_an_edit_sent_twice_is_one_question(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("First?")
    twice = [
        worker.stored.versions.edit(alice.scope, sent.message_id, text="Other?", client_id="same") for _ in range(2)
    ]
    first, second = await asyncio.gather(*twice)
    assert first == second
    async with worker.database.read() as session:
        assert len((await session.exec(select(Message))).all()) == 4


async def test_another_model_answers_where_one_is_chosen_and_else_the_same(
    alice: Person, model: ScriptedModel, worker: Worker
):
    worker.offered_models.found = [
        type(worker.offered_models.offered()[0])(name, name, "") for name in ("demo", "other")
    ]
    worker.titles.model = NOBODY
    sent = await alice.ask("Which?")
    async with alice.watch(sent.chat_id) as viewer:
        first = await answered(viewer, model, "This one.")
        await worker.stored.versions.regenerate(alice.scope, first, "other")
        second = await answered(viewer, model, "That one.")
        await worker.stored.versions.regenerate(alice.scope, second)
        await answered(viewer, model, "And one more.")
        assert [request.model for request in model.requests] == ["demo", "other", "other"]
        with pytest.raises(Unacceptable, match="“none such”"):
            await worker.stored.versions.regenerate(alice.scope, first, "none such")


async def test_only_an_answer_is_regenerated_and_only_a_question_edited(
    alice: Person, model: ScriptedModel, worker: Worker
):
    sent = await alice.ask("Which?")
    async with alice.watch(sent.chat_id) as viewer:
        answer = await answered(viewer, model, "This one.")
        with pytest.raises(Unacceptable):
            await worker.stored.versions.regenerate(alice.scope, sent.message_id)
        with pytest.raises(Unacceptable):
            await worker.stored.versions.edit(alice.scope, answer, text="Mine.", client_id="edit")


async def test_a_stranger_can_neither_regenerate_nor_edit_nor_choose_nor_continue(
    alice: Person, bob: Person, model: ScriptedModel, worker: Worker
):
    sent = await alice.ask("Which?")
    async with alice.watch(sent.chat_id) as viewer:
        answer = await answered(viewer, model, "This one.")
        for use_case in (
            worker.stored.versions.regenerate(bob.scope, answer),
            worker.stored.versions.edit(bob.scope, sent.message_id, text="Mine?", client_id="edit"),
            worker.stored.versions.choose(bob.scope, answer),
            worker.stored.messages.go_on(bob.scope, answer),
        ):
            with pytest.raises(NotFound):
                await use_case


async def test_a_chat_from_before_there_were_branches_is_one_branch(
    alice: Person, model: ScriptedModel, worker: Worker
):
    sent = await alice.ask("First?")
    async with alice.watch(sent.chat_id) as viewer:
        await answered(viewer, model, "One.")
        await alice.ask("Second?", sent.chat_id)
        await answered(viewer, model, "Two.")
    async with worker.database.write() as session:
        await session.exec(update(Message).values(follows=None, chosen=0))
    async with alice.watch(sent.chat_id) as viewer:
        await eventually(lambda: len(viewer.places) == 4)
        assert viewer.branch == ["First?", "One.", "Second?", "Two."]
        await worker.stored.versions.edit(alice.scope, sent.message_id, text="Other first?", client_id="edit")
        await answered(viewer, model, "Other one.")
        assert viewer.branch == ["Other first?", "Other one."]
        assert viewer.answer.status == Status.COMPLETED
