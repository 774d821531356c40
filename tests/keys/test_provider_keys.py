"""An account's own keys: whose they are, and what they open."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import text, update

from chat_stream.keys import BadKey
from chat_stream.llm import Credentials, Server
from chat_stream.models import Membership, NotAllowed, NotFound, ProviderKey, Role
from chat_stream.worker import Worker
from tests.support.backing import Backing
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person, sign_up
from tests.support.provider import ScriptedProvider

pytestmark = pytest.mark.on_both

KEY = "sk-ant-alice-0123456789"


@pytest.fixture
async def keyed(alice: Person) -> Person:
    """Alice, who brought a key of her own."""
    await alice.worker.keys.store(alice.scope, "anthropic", KEY)
    return alice


async def names_for(person: Person) -> list[str]:
    return [model.name for model in await person.worker.offered_models.of(person.scope)]


async def test_a_key_opens_its_providers_models_for_its_account_only(keyed: Person, bob: Person):
    assert any(name.startswith("anthropic/") for name in await names_for(keyed))
    assert await names_for(bob) == ["demo"]
    with pytest.raises(Exception, match="isn't available"):
        await bob.worker.stored.messages.send(
            bob.scope, chat_id=None, text="Hello?", client_id="b", model=(await names_for(keyed))[-1]
        )


async def test_a_call_is_made_with_the_accounts_own_key(keyed: Person, bob: Person, model: ScriptedModel):
    name = (await names_for(keyed))[-1]
    await keyed.worker.stored.messages.send(keyed.scope, chat_id=None, text="Hello?", client_id="a", model=name)
    await bob.ask("And me?")
    await eventually(lambda: len(model.requests) == 2)
    credentials = {request.turns[0].content: request.credentials for request in model.requests}
    assert credentials["Hello?"]
    assert credentials["Hello?"].key == KEY
    assert credentials["And me?"] is None
    assert KEY not in repr(model.requests)


async def test_people_see_the_last_four_characters(keyed: Person, bob: Person):
    (shown,) = await keyed.worker.keys.list(keyed.scope)
    assert (shown.provider, shown.last_four) == ("Anthropic", "6789")
    assert KEY not in repr(shown)
    assert await bob.worker.keys.list(bob.scope) == []
    with pytest.raises(NotFound):
        await bob.worker.keys.remove(bob.scope, shown.id)
    await keyed.worker.keys.remove(keyed.scope, shown.id)
    assert await names_for(keyed) == ["demo"]


async def test_a_second_key_takes_the_place_of_the_first(keyed: Person):
    await keyed.worker.keys.store(keyed.scope, "anthropic", "sk-ant-another-9999")
    (shown,) = await keyed.worker.keys.list(keyed.scope)
    assert shown.last_four == "9999"


async def test_a_member_who_is_no_admin_changes_no_keys(keyed: Person):
    async with keyed.worker.database.write() as session:
        await session.exec(update(Membership).values(role=Role.MEMBER))
    (shown,) = await keyed.worker.keys.list(keyed.scope)
    with pytest.raises(NotAllowed):
        await keyed.worker.keys.store(keyed.scope, "openai", "sk-member-1234")
    with pytest.raises(NotAllowed):
        await keyed.worker.keys.remove(keyed.scope, shown.id)


async def test_a_row_copied_into_another_account_opens_nothing(keyed: Person, bob: Person):
    async with keyed.worker.database.write() as session:
        await session.exec(update(ProviderKey).values(account_id=bob.scope.account_id))
    assert await bob.worker.keys.credentials(bob.scope.account_id, "anthropic/claude") is None


async def test_nothing_in_the_database_is_the_key(keyed: Person, worker: Worker):
    async with worker.database.read_rows() as connection:
        rows = (await connection.execute(text("SELECT * FROM provider_keys"))).all()
    assert len(rows) == 1
    assert KEY not in repr(rows)


@pytest.fixture
async def near(on_sqlite: Backing, model: ScriptedModel) -> AsyncIterator[Person]:
    """Somebody of an installation that allows servers in private networks."""
    settings = on_sqlite.settings().model_copy(update={"allows_private_addresses": True})
    async with Worker(settings, model.stream).running() as worker:
        yield await sign_up(worker, "Nora")


async def test_a_server_of_ones_own_needs_no_key(near: Person):
    async with ScriptedProvider() as server:
        server.models = ["local/one", "local/two"]
        written = f"{server.url.removesuffix('/v1')}/"
        found = await near.worker.keys.check(near.scope, "openai", "", written)
        assert found == Server(server.url, ["openai/local/one", "openai/local/two"])
        assert not await near.worker.keys.list(near.scope)
        await near.worker.keys.store(near.scope, "openai", " ", written)
    (shown,) = await near.worker.keys.list(near.scope)
    assert (shown.address, shown.last_four) == (server.url, "")
    credentials = await near.worker.keys.credentials(near.scope.account_id, "openai/local/one")
    assert credentials == Credentials("", server.url, must_be_public=False)


@pytest.mark.parametrize(
    ("provider", "key", "address"),
    [
        ("nobody", "sk-12345678", ""),
        ("openai", "", ""),
        ("openai", "two words here", ""),
        ("openai", "sk-\n12345678", ""),
        ("openai", "x" * 501, ""),
        ("anthropic", "sk-12345678", "https://example.com"),
        ("openai", "sk-12345678", "file:///etc/passwd"),
        ("openai", "sk-12345678", "https://somebody@example.com/"),
        ("openai", "sk-12345678", "not an address"),
        ("openai", "sk-12345678", "http://169.254.169.254/latest"),
        ("openai", "sk-12345678", "http://localhost:11434/v1"),
    ],
)
async def test_what_can_not_be_a_key_is_refused_with_a_sentence(alice: Person, provider: Any, key: Any, address: Any):
    with pytest.raises(BadKey) as refused:
        await alice.worker.keys.store(alice.scope, provider, key, address)
    assert refused.value.sentence.endswith(".")
    assert "12345678" not in refused.value.sentence
