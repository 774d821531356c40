"""A chat is sent on one worker and watched on another; what people do at either reaches both."""

import asyncio
import time

import pytest
from sqlmodel import select, update

from chat_stream.chats import Unacceptable
from chat_stream.llm import ErrorKind, ProviderError
from chat_stream.models import Attempt, Message, Status
from chat_stream.models.attempt import LEASE
from chat_stream.streaming import attempt_topic
from chat_stream.texts import Text
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.hub import receivers_of
from tests.support.model import ScriptedModel
from tests.support.people import Person


async def test_what_is_written_at_one_worker_is_seen_at_another(
    alice: Person, alice_elsewhere: Person, model: ScriptedModel
):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as here, alice_elsewhere.watch(sent.chat_id) as there:
        model.think("Hm. ")
        model.say("One. ")
        for viewer in (here, there):
            await viewer.sees("One. ")
        model.say("Two.")
        model.finish()
        for viewer in (here, there):
            await viewer.sees("One. Two.", "completed")


async def test_a_delta_reaches_the_other_worker_without_a_look_into_the_database(
    alice: Person, alice_elsewhere: Person, model: ScriptedModel, monkeypatch: pytest.MonkeyPatch
):
    async def compare() -> None:
        pass

    monkeypatch.setattr(alice_elsewhere.worker.reconciler, "compare", compare)
    sent = await alice.ask("Hello?")
    async with alice_elsewhere.watch(sent.chat_id) as there:
        model.say("One. ")
        await there.sees("One. ")
        model.say("Two.")
        model.finish()
        await there.sees("One. Two.", "completed")


@pytest.mark.parametrize("has_begun", [True, False])
async def test_stop_at_another_worker_ends_the_call_to_the_provider(
    alice: Person, alice_elsewhere: Person, model: ScriptedModel, has_begun: bool
):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as here, alice_elsewhere.watch(sent.chat_id) as there:
        if has_begun:
            model.say("So far.")
            await there.sees("So far.")
        await eventually(lambda: len(model.requests) == 1)
        await eventually(lambda: len(here.messages) == len(there.messages) == 2)
        await alice_elsewhere.worker.stored.stops.stop_all(alice.scope, sent.chat_id)
        for viewer in (here, there):
            await eventually(lambda viewer=viewer: viewer.answer.status == Status.STOPPED)
        await eventually(lambda: model.cancelled == 1)
        assert here.text == there.text == ("So far." if has_begun else "")


async def test_a_stop_of_which_redis_says_nothing_is_found_in_the_database(
    alice: Person, alice_elsewhere: Person, model: ScriptedModel
):
    """The provider is silent, so that no commit finds out: the next renewal of the lease does."""
    sent = await alice.ask("Hello?")
    await eventually(lambda: len(model.requests) == 1)
    receivers_of(alice.worker.hub).clear()
    began = time.monotonic()
    await alice_elsewhere.worker.stored.stops.stop_all(alice.scope, sent.chat_id)
    await eventually(lambda: model.cancelled == 1)
    assert time.monotonic() - began < LEASE


async def test_signing_out_at_one_worker_cuts_the_stream_at_another(
    alice: Person, alice_elsewhere: Person, model: ScriptedModel
):
    sent = await alice.ask("Hello?")
    async with alice_elsewhere.watch(sent.chat_id) as there:
        model.say("Before. ")
        await there.sees("Before. ")
        await alice.worker.people.accounts.sign_out(alice.token)
        await eventually(lambda: there.is_cut_off)


async def test_a_message_sent_at_two_workers_at_once_is_one_message_and_one_call(
    alice: Person, alice_elsewhere: Person, model: ScriptedModel, worker: Worker
):
    people = [alice, alice_elsewhere] * 4
    sent = await asyncio.gather(*(person.ask("Once?", client_id="same") for person in people))
    assert len(set(sent)) == 1
    await eventually(lambda: len(model.requests) == 1)
    async with worker.database.read() as session:
        assert len((await session.exec(select(Message))).all()) == 2


async def test_of_two_retries_at_two_workers_one_counts(alice: Person, alice_elsewhere: Person, model: ScriptedModel):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.fail(ProviderError(ErrorKind.KEY_REFUSED, Text("failure-stalled", provider="OpenAI")))
        await eventually(lambda: len(viewer.messages) == 2 and viewer.answer.status == Status.FAILED)
        retries = [
            person.worker.stored.messages.retry(alice.scope, viewer.answer.id)
            for person in (alice, alice_elsewhere) * 2
        ]
        outcomes = await asyncio.gather(*retries, return_exceptions=True)
    assert outcomes.count(None) == 1
    assert sum(isinstance(outcome, Unacceptable) for outcome in outcomes) == 3


async def test_what_a_dead_worker_wrote_is_interrupted_by_another_and_the_dead_writes_no_more(
    alice: Person, alice_elsewhere: Person, model: ScriptedModel, worker: Worker, other_worker: Worker
):
    sent = await alice.ask("Hello?")
    async with alice_elsewhere.watch(sent.chat_id) as there:
        model.say("So far")
        await there.sees("So far")
        async with other_worker.database.write() as session:
            await session.exec(update(Attempt).values(lease_until=0.0))
        taken = await asyncio.gather(worker.stored.leases.sweep(), other_worker.stored.leases.sweep())
        assert [*taken[0], *taken[1]] == [there.answer.attempt_id]
        model.say(" and too late")
        await there.sees("So far", "interrupted")
        await eventually(lambda: model.cancelled == 1)


async def test_a_worker_hears_nothing_of_what_nobody_there_follows(
    alice: Person, alice_elsewhere: Person, model: ScriptedModel, other_worker: Worker
):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as here:
        model.say("Hello.")
        await here.sees("Hello.")
        assert attempt_topic(here.answer.attempt_id) not in receivers_of(other_worker.hub)
        assert len(other_worker.hub) == 0
