"""Failures of Redis under a hub: it is killed, paused, flushed, restarted. Nobody waits for it, and all look again."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest

from chat_stream.models import Status
from chat_stream.streaming import Delta, Positions, RedisHub, Wake
from chat_stream.streaming.hub import Committed, Notice, publisher
from tests.support.eventually import eventually
from tests.support.servers import RedisServer

COMMITTED = Committed((Delta("a", "content", 0, 5, "Hello"),), Positions(5), Status.STREAMING)


@pytest.fixture
def redis() -> Iterator[RedisServer]:
    with RedisServer() as server:
        yield server


@pytest.fixture
async def hubs(redis: RedisServer) -> AsyncIterator[list[RedisHub]]:
    """Of two workers."""
    hubs = [RedisHub(redis.url), RedisHub(redis.url)]
    running = [asyncio.create_task(hub.run()) for hub in hubs]
    yield hubs
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)


@pytest.fixture
async def heard(hubs: list[RedisHub]) -> list[Notice]:
    """The notices of the second hub, from its first confirmed subscription on."""
    heard: list[Notice] = []
    hubs[1].subscribe("attempt:a", heard.append)
    await eventually(lambda: heard == [Wake()])
    return heard


async def test_what_came_before_the_subscription_was_confirmed_is_looked_for(heard: list[Notice]):
    assert heard == [Wake()]


async def test_after_redis_came_back_everything_subscribed_is_looked_at_again(
    redis: RedisServer, hubs: list[RedisHub], heard: list[Notice]
):
    redis.kill()
    hubs[0].publish("attempt:a", COMMITTED)
    redis.start()
    await eventually(lambda: heard.count(Wake()) == 2)
    hubs[0].publish("attempt:a", COMMITTED)
    await eventually(lambda: COMMITTED in heard)


async def test_flushing_redis_changes_nothing(redis: RedisServer, hubs: list[RedisHub], heard: list[Notice]):
    async with redis.client() as client:
        await client.flushall()
    hubs[0].publish("attempt:a", COMMITTED)
    await eventually(lambda: heard == [Wake(), COMMITTED])


async def test_viewers_of_the_worker_that_writes_need_no_redis(redis: RedisServer, hubs: list[RedisHub]):
    heard: list[Notice] = []
    hubs[0].subscribe("attempt:a", heard.append)
    redis.kill()
    hubs[0].publish("attempt:a", COMMITTED)
    assert heard == [COMMITTED]


async def test_nobody_waits_for_a_redis_that_stands_still_and_nothing_piles_up_for_it(
    redis: RedisServer, hubs: list[RedisHub], heard: list[Notice], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(publisher, "QUEUE_BOUND", 10_000)
    redis.pause()
    for _ in range(1000):
        hubs[0].publish("attempt:a", COMMITTED)
    assert hubs[0].waiting <= 10_000
    assert hubs[0].dropped > 500
    redis.resume()
    await eventually(lambda: COMMITTED in heard)
    await eventually(lambda: not hubs[0].waiting)


async def test_a_redis_that_stands_still_for_long_is_left_and_found_again(
    redis: RedisServer, hubs: list[RedisHub], heard: list[Notice], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("chat_stream.streaming.hub.subscriber.PING", 0.1)
    for part in ("subscriber", "publisher"):
        monkeypatch.setattr(f"chat_stream.streaming.hub.{part}.TIMEOUT", 0.3)
    hubs[1].subscribe("attempt:b", heard.append)  # the new pause holds from the next read on
    await eventually(lambda: heard == [Wake(), Wake()])
    redis.pause()
    hubs[0].publish("attempt:a", COMMITTED)
    await eventually(lambda: hubs[1].losses > 0)
    redis.resume()
    await eventually(lambda: heard.count(Wake()) >= 4)


async def test_what_another_version_sends_is_a_reason_to_look(
    redis: RedisServer, hubs: list[RedisHub], heard: list[Notice]
):
    async with redis.client() as client:
        for payload in ("no JSON", "[]", '["x", 1]', '["x", 99, 0, 0]', '["x", 1, 0, 0, "?", 0, "text"]'):
            await client.publish("attempt:a", payload)
    await eventually(lambda: heard == [Wake()] * 6)
