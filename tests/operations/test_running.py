"""Whoever came first sees what runs, and may end it."""

import pytest

from chat_stream.models import NotFound, Role, Status
from chat_stream.texts import Text
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person
from tests.support.teams import in_team, member_of

pytestmark = pytest.mark.on_both


async def test_the_first_user_sees_who_waits_for_which_model_and_since_when(
    alice: Person, bob: Person, model: ScriptedModel, worker: Worker
):
    await bob.ask("A private question")
    model.think("Hm")
    model.say("Well")
    await eventually(lambda: worker.stored.journal.writers[0].ends == (4, 2))
    (running,) = await worker.generations.running(alice.scope)
    assert (running.user, running.account, running.model, running.characters) == ("Bob", "Bob", "demo", 6)
    assert running.since.tzinfo
    assert "private" not in str(running)


async def test_an_administrator_stops_somebody_elses_generation_and_its_text_stays(
    alice: Person, bob: Person, model: ScriptedModel, worker: Worker
):
    sent = await bob.ask("Hello?")
    async with bob.watch(sent.chat_id) as viewer:
        model.say("Well")
        await viewer.sees("Well")
        (running,) = await worker.generations.running(alice.scope)
        await worker.generations.stop(alice.scope, running.attempt_id)
        await viewer.sees("Well", Status.STOPPED)
    assert await worker.generations.running(alice.scope) == []
    await worker.generations.stop(alice.scope, running.attempt_id)


async def test_a_question_outlives_its_author_whom_the_list_calls_deleted_in_the_readers_language(
    alice: Person, bob: Person, worker: Worker
):
    team_id = await in_team(alice, (bob, Role.MEMBER))
    await member_of(bob, team_id).ask("In the team.")
    await worker.people.profile.delete(bob.scope, "correct horse")
    (running,) = await worker.generations.running(alice.scope)
    assert running.user == Text("author-deleted").said
    assert Text("author-deleted").in_language("de") == "Gelöschtes Konto"


async def test_for_everybody_else_there_is_nothing(alice: Person, bob: Person, worker: Worker):
    await alice.ask("Hello?")
    (running,) = await worker.generations.running(alice.scope)
    with pytest.raises(NotFound):
        await worker.generations.running(bob.scope)
    with pytest.raises(NotFound):
        await worker.generations.stop(bob.scope, running.attempt_id)
    assert not await worker.generations.is_open_to(bob.scope)
