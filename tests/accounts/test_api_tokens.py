"""Tokens that people give their programs."""

from datetime import timedelta

import pytest
from sqlmodel import delete, select

from chat_stream.accounts import NewToken, Rejected
from chat_stream.accounts.api_tokens import MOST_TOKENS
from chat_stream.models import ApiToken, Membership, NotFound, Scope
from chat_stream.models.record import now
from chat_stream.worker import Worker
from tests.support.people import Person

pytestmark = pytest.mark.on_both


@pytest.fixture
async def token(alice: Person, worker: Worker) -> NewToken:
    return await worker.people.api_tokens.create(alice.scope, "  backup   script ")


async def test_a_token_speaks_for_the_person_who_made_it(alice: Person, worker: Worker, token: NewToken):
    scope = await worker.people.api_tokens.scope(token.secret)
    assert scope == Scope(alice.scope.user_id, alice.scope.account_id, token.id)
    assert await worker.people.api_tokens.scope(token.secret + "x") is None


async def test_a_token_outlives_the_session_it_was_made_in(alice: Person, worker: Worker, token: NewToken):
    await worker.people.accounts.sign_out(alice.token)
    assert await worker.people.api_tokens.scope(token.secret)


async def test_a_revoked_token_opens_nothing(alice: Person, worker: Worker, token: NewToken):
    scope = await worker.people.api_tokens.scope(token.secret)
    assert scope
    await worker.people.api_tokens.revoke(alice.scope, token.id)
    assert await worker.people.api_tokens.scope(token.secret) is None
    with pytest.raises(NotFound):
        await worker.people.api_tokens.list(scope)


async def test_a_token_opens_nothing_once_its_person_left_the_account(alice: Person, worker: Worker, token: NewToken):
    async with worker.database.write() as session:
        await session.exec(delete(Membership))
    assert await worker.people.api_tokens.scope(token.secret) is None


async def test_nobody_sees_or_revokes_the_tokens_of_others(alice: Person, bob: Person, worker: Worker, token: NewToken):
    assert not await worker.people.api_tokens.list(bob.scope)
    with pytest.raises(NotFound):
        await worker.people.api_tokens.revoke(bob.scope, token.id)
    assert await worker.people.api_tokens.scope(token.secret)


async def test_a_token_is_stored_only_as_its_hash(worker: Worker, token: NewToken):
    async with worker.database.read() as session:
        stored = (await session.exec(select(ApiToken))).one()
    assert stored.name == "backup script"
    assert token.secret not in stored.model_dump_json()
    assert token.secret.removeprefix("chat_stream_") not in stored.model_dump_json()


async def test_the_list_says_when_a_token_was_last_used(alice: Person, worker: Worker, token: NewToken):
    (listed,) = await worker.people.api_tokens.list(alice.scope)
    assert listed.last_used_at is None
    await worker.people.api_tokens.scope(token.secret)
    (listed,) = await worker.people.api_tokens.list(alice.scope)
    assert listed.last_used_at
    assert now() - listed.last_used_at < timedelta(minutes=1)


async def test_asking_often_costs_one_write_a_minute(alice: Person, worker: Worker, token: NewToken):
    await worker.people.api_tokens.scope(token.secret)
    (first,) = await worker.people.api_tokens.list(alice.scope)
    await worker.people.api_tokens.scope(token.secret)
    (second,) = await worker.people.api_tokens.list(alice.scope)
    assert first.last_used_at == second.last_used_at


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "a\0", "\ud800"])
async def test_a_name_that_can_not_be_taken_is_refused(alice: Person, worker: Worker, name: str):
    with pytest.raises(Rejected, match="Enter a name"):
        await worker.people.api_tokens.create(alice.scope, name)


async def test_nobody_has_tokens_without_end(alice: Person, worker: Worker):
    for _ in range(MOST_TOKENS):
        await worker.people.api_tokens.create(alice.scope, "another")
    with pytest.raises(Rejected, match="Revoke one"):
        await worker.people.api_tokens.create(alice.scope, "one too many")
