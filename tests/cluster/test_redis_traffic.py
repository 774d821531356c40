"""Traffic on Redis grows with the text, and workers without viewers get none."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace

import pytest

from chat_stream.worker import Worker
from tests.support.backing import Backing
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person, Viewer
from tests.support.proxy import Proxy
from tests.support.servers import RedisServer

TOKEN = "river "
TOKENS_A_COMMIT = 20
OVERHEAD = 4
"""Bytes on the wire for each byte of text, at most, at so many tokens a commit."""
HEARTBEAT = 2_000
"""Bytes that a worker gets that follows nothing, in the time of a test: it asks now and then whether Redis is there."""


@pytest.fixture
def redis() -> Iterator[RedisServer]:
    """Of these tests' own, to be counted."""
    with RedisServer() as server:
        yield server


@pytest.fixture
def backing(on_postgresql: Backing, redis: RedisServer) -> Backing:
    return replace(on_postgresql, redis_url=redis.url)


@pytest.fixture
async def wire(redis: RedisServer) -> AsyncIterator[Proxy]:
    """Carries what Redis tells the second worker."""
    async with Proxy(redis.port) as proxy:
        yield proxy


@pytest.fixture
async def other_worker(backing: Backing, worker: Worker, model: ScriptedModel, wire: Proxy) -> AsyncIterator[Worker]:
    elsewhere = replace(backing, redis_url=f"redis://127.0.0.1:{wire.port}/0")
    async with Worker(elsewhere.settings(), model.stream).running() as other:
        yield other


async def bytes_into(redis: RedisServer) -> int:
    async with redis.client() as client:
        return (await client.info("stats"))["total_net_input_bytes"]


async def write(alice: Person, model: ScriptedModel, tokens: int) -> None:
    """An answer of so many tokens, of which each commit has the same number."""
    await alice.ask("Write.")
    writer = alice.worker.stored.journal.writers[-1]
    for _ in range(tokens // TOKENS_A_COMMIT):
        end = writer.ends.content + len(TOKEN) * TOKENS_A_COMMIT
        model.say(TOKEN * TOKENS_A_COMMIT)
        await eventually(lambda end=end: writer.ends.content == end)
    model.finish()
    await eventually(lambda: not alice.worker.stored.journal.writers)


@pytest.mark.parametrize(
    "amounts",
    [(1_500, 4_000), pytest.param((1_000, 3_000, 10_000), marks=[pytest.mark.slow, pytest.mark.timeout(240)])],
)
async def test_what_is_published_grows_with_the_text(
    alice: Person, model: ScriptedModel, redis: RedisServer, amounts: tuple[int, ...]
):
    """For answers of so many tokens."""
    alice.worker.stored.journal._tick = 0.002
    costs: list[float] = []
    for tokens in amounts:
        before = await bytes_into(redis)
        await write(alice, model, tokens)
        costs.append((await bytes_into(redis) - before) / (tokens * len(TOKEN)))
    print(f"bytes into Redis for each byte of text, at {amounts} tokens: {costs}")  # noqa: T201
    assert max(costs) < OVERHEAD
    assert max(costs) < 1.2 * min(costs)


async def test_a_worker_that_follows_nothing_is_told_nothing(
    alice: Person, alice_elsewhere: Person, model: ScriptedModel, wire: Proxy
):
    alice.worker.stored.journal._tick = 0.002
    before = wire.carried
    await write(alice, model, 2_000)
    assert wire.carried - before < HEARTBEAT


async def test_a_worker_is_told_once_of_what_many_viewers_there_follow(
    alice: Person, alice_elsewhere: Person, model: ScriptedModel, wire: Proxy
):
    sent = await alice.ask("Hello?")
    viewers = [Viewer(alice_elsewhere, sent.chat_id) for _ in range(10)]
    for viewer in viewers:
        await viewer.__aenter__()
    for viewer in viewers:
        await eventually(lambda viewer=viewer: len(viewer.messages) == 2)
    before = wire.carried
    text = TOKEN * 2_000
    model.say(text)
    model.finish()
    for viewer in viewers:
        await viewer.sees(text, "completed")
    assert wire.carried - before < 2 * len(text)
    for viewer in viewers:
        await viewer.__aexit__()
