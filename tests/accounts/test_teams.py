"""Teams: who may do what, and that one never loses its last owner."""

import asyncio

import pytest
from sqlmodel import SQLModel, func, select

from chat_stream.accounts import Rejected
from chat_stream.models import NotAllowed, NotFound, Role
from chat_stream.streaming.follow.authors import DELETED
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person, sign_up
from tests.support.teams import acting_in, in_team, member_of, roles

pytestmark = pytest.mark.on_both


@pytest.fixture
async def carol(worker: Worker) -> Person:
    return await sign_up(worker, "Carol")


async def test_who_makes_a_team_owns_it(alice: Person):
    team_id = await alice.worker.people.teams.create(alice.scope, "  The   team ")
    team = await alice.worker.people.teams.find(acting_in(alice, team_id))
    assert (team.name, team.role, [member.name for member in team.members]) == ("The team", Role.OWNER, ["Alice"])
    _, mine = await alice.worker.people.profile.who(alice.scope)
    assert [account.name for account in mine] == ["Alice", "The team"]


async def test_an_invited_person_belongs_to_the_team_with_the_role_of_the_link(alice: Person, bob: Person):
    team_id = await in_team(alice, (bob, Role.ADMIN))
    assert await roles(bob, team_id) == {"Alice": "owner", "Bob": "admin"}


async def test_a_link_is_for_one_person(alice: Person, bob: Person, carol: Person):
    team_id = await alice.worker.people.teams.create(alice.scope, "The team")
    invitation = await alice.worker.people.invitations.invite(acting_in(alice, team_id), Role.MEMBER)
    await alice.worker.people.invitations.accept(
        alice.scope, invitation.token
    )  # she is there already: it isn't used up
    await bob.worker.people.invitations.accept(bob.scope, invitation.token)
    with pytest.raises(NotFound):
        await carol.worker.people.invitations.accept(carol.scope, invitation.token)
    assert await roles(alice, team_id) == {"Alice": "owner", "Bob": "member"}


async def test_a_withdrawn_link_leads_nowhere(alice: Person, bob: Person):
    team_id = await alice.worker.people.teams.create(alice.scope, "The team")
    team = acting_in(alice, team_id)
    invitation = await alice.worker.people.invitations.invite(team, Role.MEMBER)
    assert (await alice.worker.people.invitations.look(invitation.token)).team == "The team"
    await alice.worker.people.invitations.withdraw(team, invitation.id)
    assert not await alice.worker.people.invitations.open(team)
    with pytest.raises(NotFound):
        await bob.worker.people.invitations.accept(bob.scope, invitation.token)


async def test_an_admin_reaches_no_owner(alice: Person, bob: Person, carol: Person):
    team_id = await in_team(alice, (bob, Role.ADMIN), (carol, Role.MEMBER))
    team, teams = acting_in(bob, team_id), bob.worker.people.teams
    for act in (
        teams.change_role(team, alice.scope.user_id, Role.MEMBER),
        teams.change_role(team, carol.scope.user_id, Role.OWNER),
        teams.remove(team, alice.scope.user_id),
        teams.hand_over(team, carol.scope.user_id),
        teams.delete(team),
        bob.worker.people.invitations.invite(team, Role.OWNER),
    ):
        with pytest.raises(NotAllowed):
            await act
    await teams.change_role(team, carol.scope.user_id, Role.ADMIN)
    await teams.rename(team, "Ours")
    assert await roles(alice, team_id) == {"Alice": "owner", "Bob": "admin", "Carol": "admin"}


async def test_a_member_changes_nobody(alice: Person, bob: Person):
    team_id = await in_team(alice, (bob, Role.MEMBER))
    team, teams = acting_in(bob, team_id), bob.worker.people.teams
    for act in (
        teams.change_role(team, bob.scope.user_id, Role.OWNER),
        teams.remove(team, alice.scope.user_id),
        teams.rename(team, "Mine"),
        bob.worker.people.invitations.invite(team, Role.MEMBER),
    ):
        with pytest.raises(NotAllowed):
            await act


async def test_a_stranger_learns_nothing_of_a_team(alice: Person, bob: Person):
    team_id = await in_team(alice)
    team, teams = acting_in(bob, team_id), bob.worker.people.teams
    for act in (
        teams.find(team),
        teams.rename(team, "Mine"),
        teams.remove(team, alice.scope.user_id),
        teams.leave(team),
    ):
        with pytest.raises(NotFound):
            await act


async def test_a_personal_account_is_no_team(alice: Person):
    for act in (
        alice.worker.people.invitations.invite(alice.scope, Role.MEMBER),
        alice.worker.people.teams.leave(alice.scope),
    ):
        with pytest.raises(NotFound):
            await act


async def test_a_team_never_loses_its_last_owner(alice: Person, bob: Person):
    team_id = await in_team(alice, (bob, Role.MEMBER))
    team, teams = acting_in(alice, team_id), alice.worker.people.teams
    for act in (
        teams.leave(team),
        teams.remove(team, alice.scope.user_id),
        teams.change_role(team, alice.scope.user_id, Role.ADMIN),
        alice.worker.people.profile.delete(alice.scope, "correct horse"),
    ):
        with pytest.raises(Rejected, match=r"owner"):
            await act
    await teams.hand_over(team, bob.scope.user_id)
    assert await roles(bob, team_id) == {"Alice": "admin", "Bob": "owner"}
    await teams.leave(team)
    assert await roles(bob, team_id) == {"Bob": "owner"}


async def test_two_owners_who_leave_at_once_take_turns(alice: Person, bob: Person):
    team_id = await in_team(alice, (bob, Role.OWNER))
    leaving = [person.worker.people.teams.leave(acting_in(person, team_id)) for person in (alice, bob)]
    outcomes = await asyncio.gather(*leaving, return_exceptions=True)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["NoneType", "Rejected"]


async def test_who_was_removed_keeps_no_token_of_the_team(alice: Person, bob: Person):
    team_id = await in_team(alice, (bob, Role.MEMBER))
    token = await bob.worker.people.api_tokens.create(acting_in(bob, team_id), "a program")
    own = await bob.worker.people.api_tokens.create(bob.scope, "another program")
    await alice.worker.people.teams.remove(acting_in(alice, team_id), bob.scope.user_id)
    again = await alice.worker.people.invitations.invite(acting_in(alice, team_id), Role.MEMBER)
    await bob.worker.people.invitations.accept(bob.scope, again.token)
    assert await bob.worker.people.api_tokens.scope(token.secret) is None
    assert await bob.worker.people.api_tokens.scope(own.secret)


async def test_members_see_the_answer_being_written_and_who_asked(alice: Person, bob: Person, model: ScriptedModel):
    team_id = await in_team(alice, (bob, Role.MEMBER))
    sent = await member_of(alice, team_id).ask("Hello?")
    async with member_of(bob, team_id).watch(sent.chat_id) as viewer:
        model.say("Hello, ", "you two.")
        await viewer.sees("Hello, you two.")
        assert viewer.messages[sent.message_id].author == "Alice"
        await member_of(bob, team_id).ask("And I?", sent.chat_id, at_once=True)
        await eventually(lambda: [m.author for m in viewer.messages.values() if m.role == "user"] == ["Alice", "Bob"])


async def test_in_a_personal_account_nobody_is_named(alice: Person, model: ScriptedModel):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Yes?")
        await viewer.sees("Yes?")
        assert viewer.messages[sent.message_id].author == ""


async def test_a_person_acts_in_the_account_of_the_chat_they_look_at(alice: Person, bob: Person, worker: Worker):
    team_id = await in_team(alice, (bob, Role.MEMBER))
    sent = await member_of(alice, team_id).ask("Hello?")
    private = await alice.ask("Only mine.")
    grant = bob.scope.grant_id
    await worker.people.accounts.sessions.remember(bob.scope)
    assert await worker.people.accounts.scope(grant, chat_id=sent.chat_id) == acting_in(bob, team_id)
    assert await worker.people.accounts.scope(grant, message_id=sent.message_id) == acting_in(bob, team_id)
    assert await worker.people.accounts.scope(grant, chat_id=private.chat_id) == bob.scope
    assert await worker.people.accounts.scope(grant, account_id=alice.scope.account_id) is None
    await worker.people.accounts.sessions.remember(acting_in(bob, team_id))
    assert await worker.people.accounts.scope(grant) == acting_in(bob, team_id)
    await worker.people.teams.remove(acting_in(alice, team_id), bob.scope.user_id)
    assert await worker.people.accounts.scope(grant) == bob.scope


async def test_a_deleted_team_goes_completely_and_nobody_is_signed_out(
    alice: Person, bob: Person, worker: Worker, model: ScriptedModel
):
    team_id = await in_team(alice, (bob, Role.MEMBER))
    await member_of(alice, team_id).ask("Hello?")
    model.say("It goes on")
    await worker.people.api_tokens.create(acting_in(bob, team_id), "a program")
    await worker.people.invitations.invite(acting_in(alice, team_id), Role.MEMBER)
    await eventually(lambda: bool(model.requests))
    await worker.people.teams.delete(acting_in(alice, team_id))
    await eventually(lambda: not len(worker.stored.runner))
    assert await left(worker) == {"accounts": 2, "memberships": 2, "sessions": 2, "users": 2}
    assert await worker.people.accounts.scope(bob.scope.grant_id) == bob.scope


async def test_who_deletes_themselves_goes_completely(alice: Person, bob: Person, worker: Worker, model: ScriptedModel):
    team_id = await in_team(alice, (bob, Role.MEMBER))
    sent = await member_of(bob, team_id).ask("In the team.")
    await bob.ask("My own.")
    await worker.people.api_tokens.create(bob.scope, "a program")
    with pytest.raises(Rejected, match="password"):
        await worker.people.profile.delete(bob.scope, "wrong horse")
    await worker.people.profile.delete(bob.scope, "correct horse")
    async with member_of(alice, team_id).watch(sent.chat_id) as viewer:
        model.say("Still here.")
        await eventually(lambda: bool(viewer.messages))
        assert viewer.messages[sent.message_id].author == DELETED
    rows = await left(worker)
    assert (rows["users"], rows["accounts"], rows["memberships"], rows["sessions"]) == (1, 2, 2, 1)
    assert "api_tokens" not in rows
    assert rows["chats"] == 1


async def left(worker: Worker) -> dict[str, int]:
    """How many rows each table has, but for the trail, and for what workers have to do."""
    async with worker.database.read() as session:
        counts = {
            table.name: (await session.exec(select(func.count()).select_from(table))).one()
            for table in SQLModel.metadata.sorted_tables
        }
    return {name: count for name, count in counts.items() if count and name not in ("audit_entries", "chores")}
