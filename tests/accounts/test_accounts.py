"""Users, their proofs, and the scopes of their sessions."""

import pytest
from sqlmodel import select

from chat_stream.accounts import Rejected
from chat_stream.models import Session, User
from chat_stream.worker import Worker
from tests.support.people import Person


async def test_a_session_speaks_for_its_user_until_it_is_signed_out(alice: Person, worker: Worker):
    assert await worker.people.accounts.scope(alice.scope.grant_id) == alice.scope
    await worker.people.accounts.sign_out(alice.token)
    assert await worker.people.accounts.scope(alice.scope.grant_id) is None
    assert await worker.people.accounts.session_id(alice.token) is None


async def test_signing_in_opens_another_session(alice: Person, worker: Worker):
    token = await worker.people.accounts.sign_in(email=" ALICE@example.com ", password="correct horse")
    session_id = await worker.people.accounts.session_id(token)
    assert session_id
    assert session_id != alice.scope.grant_id
    scope = await worker.people.accounts.scope(session_id)
    assert scope
    assert scope.account_id == alice.scope.account_id


@pytest.mark.parametrize("email", ["alice@example.com", "nobody@example.com", "\ud800@example.com"])
async def test_a_wrong_password_and_an_unknown_address_are_told_alike(alice: Person, worker: Worker, email: str):
    with pytest.raises(Rejected, match="don't match"):
        await worker.people.accounts.sign_in(email=email, password="wrong horse")


async def test_an_address_is_taken_once_whatever_its_case(alice: Person, worker: Worker):
    with pytest.raises(Rejected, match="already") as rejected:
        await worker.people.accounts.sign_up(name="Other", email="Alice@Example.com", password="correct horse")
    assert rejected.value.field == "email"


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", "  "), ("name", "x" * 201), ("email", "ada"), ("email", "a@b"), ("password", "short"), ("name", "a\0")],
)
async def test_a_field_that_can_not_be_taken_is_named(worker: Worker, field: str, value: str):
    fields = {"name": "Ada", "email": "ada@example.com", "password": "correct horse", field: value}
    with pytest.raises(Rejected) as rejected:
        await worker.people.accounts.sign_up(**fields)
    assert rejected.value.field == field
    assert not await worker.people.accounts.has_users()


async def test_neither_passwords_nor_tokens_are_stored(alice: Person, worker: Worker):
    async with worker.database.read() as session:
        user = (await session.exec(select(User))).one()
        opened = (await session.exec(select(Session))).one()
    assert user.password_hash.startswith("$argon2id$")
    assert alice.token not in opened.model_dump_json()
