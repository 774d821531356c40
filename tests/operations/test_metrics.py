"""A worker's metrics, as a Prometheus reads them."""

from collections.abc import AsyncIterator

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families as parse
from pydantic import SecretStr
from sqlalchemy import text

from chat_stream.llm import ErrorKind, ProviderError
from chat_stream.texts import Text
from chat_stream.worker import Worker
from tests.support.backing import Backing
from tests.support.eventually import eventually
from tests.support.http_server import serving
from tests.support.model import ScriptedModel
from tests.support.people import Person

pytestmark = pytest.mark.on_both

TOKEN = {"Authorization": "Bearer watch-me"}


@pytest.fixture
async def worker(backing: Backing, model: ScriptedModel) -> AsyncIterator[Worker]:
    settings = backing.settings().model_copy(update={"metrics_token": SecretStr("watch-me")})
    async with Worker(settings, model.stream).running() as worker:
        yield worker


@pytest.fixture
async def http(worker: Worker) -> AsyncIterator[httpx.AsyncClient]:
    async with serving() as address, httpx.AsyncClient(base_url=address) as http:
        yield http


def numbers(worker: Worker) -> dict[str, float]:
    """Each sample by its name and labels, as `name{label}`."""
    samples = [sample for family in parse(worker.metrics.text().decode()) for sample in family.samples]
    return {
        "".join([sample.name, *(f"{{{value}}}" for value in sample.labels.values())]): sample.value
        for sample in samples
    }


async def test_a_conversation_leaves_its_numbers(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Grüße")
        await viewer.sees("Grüße")
        during = numbers(worker)
        model.finish()
        await viewer.sees("Grüße", "completed")
    await eventually(lambda: not len(worker.stored.runner))
    after = numbers(worker)
    assert during["chat_stream_generations_running"] == 1
    assert during["chat_stream_viewers{chat}"] == 1
    assert during["chat_stream_live_copies"] == 1
    assert during["chat_stream_journal_lag_seconds"] == 0
    assert after["chat_stream_generations_total{completed}"] == 1
    assert after["chat_stream_provider_calls_total{demo}{completed}"] == 1
    assert after["chat_stream_first_token_seconds_count{demo}"] == 1
    assert after["chat_stream_deltas_sent_total"] >= 1
    assert after["chat_stream_text_sent_bytes_total"] == len("Grüße".encode())
    assert after["chat_stream_commit_seconds_count"] >= 2
    assert after["chat_stream_generations_running"] == after["chat_stream_viewers{chat}"] == 0
    assert after["chat_stream_hub_subscriptions"] == 0


async def test_failures_are_counted_by_their_kind_and_stops_by_their_outcome(
    alice: Person, model: ScriptedModel, worker: Worker
):
    model.fail(ProviderError(ErrorKind.KEY_REFUSED, Text("failure-cut-off")))
    await alice.ask("One?")
    await eventually(lambda: numbers(worker).get("chat_stream_generations_total{failed}") == 1)
    sent = await alice.ask("Two?")
    await eventually(lambda: len(model.requests) == 2)
    await worker.stored.stops.stop_all(alice.scope, sent.chat_id)
    await eventually(lambda: numbers(worker).get("chat_stream_generations_total{stopped}") == 1)
    assert numbers(worker)["chat_stream_provider_calls_total{demo}{key_refused}"] == 1
    assert numbers(worker)["chat_stream_provider_calls_total{demo}{cancelled}"] == 1


async def test_text_that_waits_for_the_database_shows_as_lag(alice: Person, model: ScriptedModel, worker: Worker):
    await alice.ask("Hello?")
    await eventually(lambda: len(model.requests) == 1)
    async with worker.database.write_rows() as connection:
        # SQLite's writers wait for each other from their first statement on; PostgreSQL's don't.
        is_sqlite = worker.database.is_sqlite
        await connection.execute(text("SELECT 1" if is_sqlite else "LOCK TABLE attempts IN EXCLUSIVE MODE"))
        model.say("Waiting.")
        await eventually(lambda: numbers(worker)["chat_stream_journal_lag_seconds"] > 0.05)
        assert numbers(worker)["chat_stream_journal_waiting_characters"] == len("Waiting.")
    await eventually(lambda: numbers(worker)["chat_stream_journal_lag_seconds"] == 0)


async def test_the_numbers_are_for_who_has_the_token(http: httpx.AsyncClient, worker: Worker):
    assert (await http.get("/metrics")).status_code == 401
    assert (await http.get("/metrics", headers={"Authorization": "Bearer guess"})).status_code == 401
    answer = await http.get("/metrics", headers=TOKEN)
    assert (answer.status_code, answer.content[:6]) == (200, b"# HELP")


@pytest.mark.parametrize(("settings", "status"), [({"metrics_token": SecretStr("")}, 404), ({"workers": 2}, 503)])
async def test_without_a_token_or_with_several_processes_on_a_port_there_are_no_numbers(
    http: httpx.AsyncClient, worker: Worker, settings: dict[str, object], status: int
):
    worker.settings = worker.settings.model_copy(update=settings)
    assert (await http.get("/metrics", headers=TOKEN)).status_code == status
