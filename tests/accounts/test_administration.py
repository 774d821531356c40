"""The administrators' actions, and everybody's actions on their own user."""

import asyncio
from datetime import timedelta

import pytest
from sqlmodel import col, select

from chat_stream.accounts import Rejected
from chat_stream.accounts.administration import PAGE
from chat_stream.models import AuditEntry, Event, NotFound, Role, Session, User
from chat_stream.models.record import now
from chat_stream.worker import Worker
from tests.support.people import Person
from tests.support.teams import acting_in, in_team

pytestmark = pytest.mark.on_both


async def test_the_first_user_is_the_administrator(alice: Person, bob: Person, worker: Worker):
    users = await worker.people.administration.users(alice.scope)
    assert [(user.name, user.is_administrator) for user in users] == [("Alice", True), ("Bob", False)]


async def test_nobody_else_learns_of_the_administration(alice: Person, bob: Person, worker: Worker):
    administration = worker.people.administration
    for act in (
        administration.users(bob.scope),
        administration.trail(bob.scope),
        worker.people.installation.find(bob.scope),
        administration.disable(bob.scope, alice.scope.user_id),
        administration.enable(bob.scope, alice.scope.user_id),
        administration.delete(bob.scope, alice.scope.user_id),
        administration.reset_password(bob.scope, alice.scope.user_id),
        administration.make_administrator(bob.scope, bob.scope.user_id, is_administrator=True),
        worker.people.installation.open_sign_up(bob.scope, is_open=False),
        worker.people.installation.allow_model(bob.scope, "demo", is_allowed=False, found=["demo", "other"]),
        worker.people.installation.choose_default(bob.scope, "demo"),
    ):
        with pytest.raises(NotFound):
            await act


async def test_a_disabled_user_is_out_until_enabled_again(alice: Person, bob: Person, worker: Worker):
    token = await worker.people.api_tokens.create(bob.scope, "a program")
    await worker.people.administration.disable(alice.scope, bob.scope.user_id)
    assert await worker.people.accounts.scope(bob.scope.grant_id) is None
    assert await worker.people.api_tokens.scope(token.secret) is None
    with pytest.raises(Rejected, match="disabled"):
        await worker.people.accounts.sign_in(email="bob@example.com", password="correct horse")
    with pytest.raises(Rejected, match="don't match"):
        await worker.people.accounts.sign_in(email="bob@example.com", password="wrong horse")
    await worker.people.administration.enable(alice.scope, bob.scope.user_id)
    assert await worker.people.accounts.sign_in(email="bob@example.com", password="correct horse")
    assert await worker.people.accounts.scope(bob.scope.grant_id) is None
    assert await worker.people.api_tokens.scope(token.secret)


async def test_an_administrator_is_always_left(alice: Person, bob: Person, worker: Worker):
    me = alice.scope.user_id
    for act in (
        worker.people.administration.disable(alice.scope, me),
        worker.people.administration.make_administrator(alice.scope, me, is_administrator=False),
        worker.people.administration.delete(alice.scope, me),
        worker.people.profile.delete(alice.scope, "correct horse"),
    ):
        with pytest.raises(Rejected, match="administrator"):
            await act
    await worker.people.administration.make_administrator(alice.scope, bob.scope.user_id, is_administrator=True)
    await worker.people.administration.disable(bob.scope, me)
    assert await worker.people.accounts.scope(alice.scope.grant_id) is None


async def test_a_link_resets_a_password_once(alice: Person, bob: Person, worker: Worker):
    link = await worker.people.administration.reset_password(alice.scope, bob.scope.user_id)
    token = link.rpartition("/")[2]
    await worker.people.accounts.choose_password(token=token, password="another horse")
    assert await worker.people.accounts.scope(bob.scope.grant_id) is None
    assert await worker.people.accounts.sign_in(email="bob@example.com", password="another horse")
    with pytest.raises(Rejected, match="already used"):
        await worker.people.accounts.choose_password(token=token, password="a third horse")


async def test_nobody_signs_up_without_an_invitation_where_it_is_closed(alice: Person, worker: Worker):
    await worker.people.installation.open_sign_up(alice.scope, is_open=False)
    person = {"name": "Carol", "email": "carol@example.com", "password": "correct horse"}
    with pytest.raises(Rejected, match="invitation"):
        await worker.people.accounts.sign_up(**person)
    team_id = await in_team(alice)
    invitation = await worker.people.invitations.invite(acting_in(alice, team_id), Role.MEMBER)
    assert await worker.people.accounts.sign_up(**person, invitation=invitation.token)


async def test_only_allowed_models_are_offered(alice: Person, worker: Worker):
    model = worker.offered_models.offered()[0]
    worker.offered_models.found = [type(model)(name, name, "") for name in ("one", "two", "three")]
    found = ["one", "two", "three"]
    installation = worker.people.installation
    await installation.allow_model(alice.scope, "three", is_allowed=False, found=found)
    await installation.choose_default(alice.scope, "two")
    assert worker.offered_models.names() == ["two", "one"]
    with pytest.raises(Rejected):
        await installation.choose_default(alice.scope, "three")
    await installation.allow_model(alice.scope, "two", is_allowed=False, found=found)
    assert worker.offered_models.names() == ["one"]
    with pytest.raises(Rejected):
        await installation.allow_model(alice.scope, "one", is_allowed=False, found=found)
    worker.offered_models.found = worker.offered_models.found[1:]  # what is allowed is no longer there
    assert worker.offered_models.names() == ["two", "three"]


async def test_two_administrators_who_change_settings_at_once_both_get_what_they_set(alice: Person, worker: Worker):
    found = ["one", "two", "three"]
    await worker.people.installation.open_sign_up(alice.scope, is_open=True)
    await asyncio.gather(
        worker.people.installation.open_sign_up(alice.scope, is_open=False),
        *(
            worker.people.installation.allow_model(alice.scope, name, is_allowed=False, found=found)
            for name in ("one", "two")
        ),
    )
    kept = await worker.people.installation.find(alice.scope)
    assert (kept.is_sign_up_open, kept.allowed_models) == (False, ["three"])


async def test_a_new_password_ends_the_other_sessions(alice: Person, worker: Worker):
    other = await worker.people.accounts.sign_in(email="alice@example.com", password="correct horse")
    with pytest.raises(Rejected, match="isn't your password"):
        await worker.people.profile.change_password(alice.scope, old="wrong horse", new="another horse")
    await worker.people.profile.change_password(alice.scope, old="correct horse", new="another horse")
    assert await worker.people.accounts.session_id(other) is None
    assert await worker.people.accounts.session_id(alice.token)
    assert await worker.people.accounts.sign_in(email="alice@example.com", password="another horse")


async def test_signing_out_everywhere_ends_this_session_too(alice: Person, bob: Person, worker: Worker):
    await worker.people.accounts.sign_in(email="alice@example.com", password="correct horse", device="Firefox on Linux")
    assert {session.device for session in await worker.people.profile.sessions(alice.scope)} == {"", "Firefox on Linux"}
    with pytest.raises(NotFound):
        await worker.people.profile.end_session(alice.scope, bob.scope.grant_id)
    await worker.people.profile.sign_out_everywhere(alice.scope)
    assert await worker.people.accounts.session_id(alice.token) is None
    assert await worker.people.accounts.session_id(bob.token)


@pytest.mark.parametrize("column", ["idle_until", "expires_at"])
async def test_a_session_ends_when_it_is_idle_and_when_it_is_old(alice: Person, worker: Worker, column: str):
    async with worker.database.write() as session:
        mine = await session.get_one(Session, alice.scope.grant_id)
        setattr(mine, column, now() - timedelta(seconds=1))
        session.add(mine)
    assert await worker.people.accounts.session_id(alice.token) is None
    assert await worker.people.accounts.scope(alice.scope.grant_id) is None


async def test_using_a_session_keeps_it_from_idling_out(alice: Person, worker: Worker):
    soon = now() + timedelta(minutes=1)
    async with worker.database.write() as session:
        mine = await session.get_one(Session, alice.scope.grant_id)
        mine.idle_until, mine.last_seen_at = soon, now() - timedelta(days=1)
        session.add(mine)
    await worker.people.accounts.scope(alice.scope.grant_id)
    (mine,) = await worker.people.profile.sessions(alice.scope)
    assert mine.idle_until > soon + timedelta(days=1)


async def test_the_trail_tells_who_did_what_without_secrets(alice: Person, bob: Person, worker: Worker):
    team_id = await in_team(alice, (bob, Role.MEMBER), name="The team")
    await worker.people.teams.change_role(acting_in(alice, team_id), bob.scope.user_id, Role.ADMIN)
    with pytest.raises(Rejected):
        await worker.people.accounts.sign_in(email="bob@example.com", password="wrong horse")
    trail = await worker.people.administration.trail(alice.scope)
    told = [(entry.actor, entry.event, entry.subject, entry.team, entry.detail) for entry in trail]
    assert told[:2] == [
        ("", Event.SIGN_IN_FAILED, "Bob", "", ""),
        ("Alice", Event.ROLE_CHANGED, "Bob", "The team", "member → admin"),
    ]
    assert ("Bob", Event.JOINED, "", "The team", "member") in told
    async with worker.database.read() as session:
        rows = " ".join([entry.model_dump_json() for entry in await session.exec(select(AuditEntry))])
    assert not any(secret in rows for secret in ("@example.com", "horse", alice.token, bob.token))


async def test_the_trail_is_read_page_by_page(alice: Person, worker: Worker):
    async with worker.database.write() as session:
        for _ in range(PAGE + 10):
            AuditEntry.record(session, Event.SIGNED_IN, actor_id=alice.scope.user_id)
    first = await worker.people.administration.trail(alice.scope)
    assert len(first) == PAGE + 1
    rest = await worker.people.administration.trail(alice.scope, before=first[PAGE - 1].id)
    assert first[PAGE].id == rest[0].id
    assert len(rest) == 11


async def test_a_renamed_person_is_called_so_everywhere(alice: Person, worker: Worker):
    await worker.people.profile.rename(alice.scope, " Alice  Liddell ")
    _, accounts = await worker.people.profile.who(alice.scope)
    assert accounts[0].name == "Alice Liddell"
    async with worker.database.read() as session:
        assert (
            await session.exec(select(User.name).where(col(User.id) == alice.scope.user_id))
        ).one() == "Alice Liddell"
