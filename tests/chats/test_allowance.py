"""How much one person may ask of models."""

from collections.abc import AsyncIterator

import pytest

from chat_stream.chats import Unacceptable
from chat_stream.limits.settings import LimitSettings
from chat_stream.worker import Worker
from tests.support.backing import Backing
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import sign_up


@pytest.fixture
async def narrow(backing: Backing, model: ScriptedModel) -> AsyncIterator[Worker]:
    """A worker where two answers may be written and three messages sent."""
    settings = backing.settings(LimitSettings(sends=3, generations=2))
    async with Worker(settings, model.stream).running() as worker:
        yield worker


async def test_a_third_answer_waits_for_one_of_two_to_end(narrow: Worker, model: ScriptedModel):
    alice, bob = await sign_up(narrow, "Alice"), await sign_up(narrow, "Bob")
    first = await alice.ask("One?")
    await alice.ask("Two?")
    with pytest.raises(Unacceptable) as refused:
        await alice.ask("Three?")
    assert refused.value.sentence.startswith("2 answers are already being written for you.")
    await bob.ask("Mine?")
    await narrow.stored.stops.stop_all(alice.scope, first.chat_id)
    await eventually(lambda: len(narrow.stored.runner) == 2)
    await alice.ask("Three?")


async def test_a_fourth_message_within_a_minute_waits_but_one_that_is_stored_already_does_not(
    narrow: Worker, model: ScriptedModel
):
    alice = await sign_up(narrow, "Alice")
    for number in range(3):
        sent = await alice.ask("Hello?", client_id=f"known-{number}")
        await narrow.stored.stops.stop_all(alice.scope, sent.chat_id)
        await eventually(lambda: len(narrow.stored.runner) == 0)
    with pytest.raises(Unacceptable) as refused:
        await alice.ask("Again?")
    assert refused.value.sentence.startswith("You sent 3 messages within a minute. Try again in ")
    await alice.ask("Hello?", client_id="known-2")
