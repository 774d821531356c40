"""Lost access ends a running stream, for every cause."""

from collections.abc import Awaitable, Callable
from contextlib import aclosing
from datetime import timedelta

import pytest
from sqlmodel import col, delete, update

from chat_stream.models import Account, Chat, Membership, Role, Session
from chat_stream.models.record import now
from chat_stream.streaming import Gone
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person
from tests.support.teams import acting_in, in_team, member_of

pytestmark = pytest.mark.on_both

Cause = Callable[[Person, Person, str], Awaitable[object]]

CAUSES: dict[str, Cause] = {
    "removed": lambda alice, bob, team: alice.worker.people.teams.remove(acting_in(alice, team), bob.scope.user_id),
    "left": lambda alice, bob, team: bob.worker.people.teams.leave(acting_in(bob, team)),
    "disabled": lambda alice, bob, team: alice.worker.people.administration.disable(alice.scope, bob.scope.user_id),
    "deleted": lambda alice, bob, team: alice.worker.people.administration.delete(alice.scope, bob.scope.user_id),
    "signed out": lambda alice, bob, team: bob.worker.people.accounts.sign_out(bob.token),
    "signed out everywhere": lambda alice, bob, team: bob.worker.people.profile.sign_out_everywhere(bob.scope),
    "the team deleted": lambda alice, bob, team: alice.worker.people.teams.delete(acting_in(alice, team)),
}


@pytest.mark.parametrize("cause", CAUSES.values(), ids=CAUSES)
async def test_the_stream_ends_by_the_notice_alone(
    alice: Person, bob: Person, worker: Worker, model: ScriptedModel, cause: Cause, monkeypatch: pytest.MonkeyPatch
):
    """Nobody compares with the database meanwhile, which would find it a second later."""

    async def compare() -> None:
        pass

    monkeypatch.setattr(worker.reconciler, "compare", compare)
    team = await in_team(alice, (bob, Role.MEMBER))
    sent = await member_of(alice, team).ask("Hello?")
    async with member_of(bob, team).watch(sent.chat_id) as viewer:
        model.say("As far as this.")
        await viewer.sees("As far as this.")
        await cause(alice, bob, team)
        await eventually(lambda: viewer.is_cut_off)
        model.say(" Not for Bob.")
    assert viewer.text == "As far as this."


BEHIND_THE_BACK = {
    "a membership went": lambda bob, team, chat: delete(Membership).where(
        col(Membership.user_id) == bob.scope.user_id, col(Membership.account_id) == team
    ),
    "a session ran out": lambda bob, team, chat: (
        update(Session).where(col(Session.id) == bob.scope.grant_id).values(idle_until=now() - timedelta(seconds=1))
    ),
    "the chat went": lambda bob, team, chat: delete(Chat).where(col(Chat.id) == chat),
    "the team went": lambda bob, team, chat: delete(Account).where(col(Account.id) == team),
}


@pytest.mark.parametrize("loss", BEHIND_THE_BACK.values(), ids=BEHIND_THE_BACK)
async def test_what_no_notice_tells_of_is_found_by_comparing(
    alice: Person, bob: Person, worker: Worker, model: ScriptedModel, loss: Callable[..., object]
):
    team = await in_team(alice, (bob, Role.MEMBER))
    sent = await member_of(alice, team).ask("Hello?")
    await worker.people.accounts.sessions.remember(bob.scope)
    async with member_of(bob, team).watch(sent.chat_id) as viewer:
        model.say("As far as this.")
        await viewer.sees("As far as this.")
        async with worker.database.write_rows() as connection:
            await connection.execute(loss(bob, team, sent.chat_id))  # pyright: ignore[reportArgumentType, reportCallIssue]
        await eventually(lambda: viewer.is_cut_off)


async def test_a_member_who_was_removed_hears_nothing_of_the_list(alice: Person, bob: Person, worker: Worker):
    team = await in_team(alice, (bob, Role.MEMBER))
    await member_of(alice, team).ask("Hello?")
    async with aclosing(worker.follow_list(acting_in(bob, team), 0).batches()) as batches:
        await anext(batches)
        await alice.worker.people.teams.remove(acting_in(alice, team), bob.scope.user_id)
        assert await anext(batches) == [Gone()]


async def test_what_a_slow_viewer_takes_late_is_checked_again(alice: Person, bob: Person, model: ScriptedModel):
    team = await in_team(alice, (bob, Role.MEMBER))
    sent = await member_of(alice, team).ask("Hello?")
    watched = bob.worker.follow_chat(acting_in(bob, team), sent.chat_id, member_of(bob, team).watch("").cursor)
    assert await watched.follow.still_holds()
    await alice.worker.people.teams.remove(acting_in(alice, team), bob.scope.user_id)
    assert not await watched.follow.still_holds()
    model.finish()


async def test_who_deleted_a_chat_is_told_that_it_is_deleted(alice: Person, worker: Worker):
    sent = await alice.ask("Hello?")
    async with aclosing(worker.follow_chat(alice.scope, sent.chat_id, alice.watch("").cursor).batches()) as batches:
        await anext(batches)
        await worker.stored.chats.delete(alice.scope, sent.chat_id)
        assert await anext(batches) == [Gone(is_deleted=True)]
