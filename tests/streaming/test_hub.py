"""The contract of every hub, in memory and over a real Redis."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from chat_stream.models import Status
from chat_stream.streaming import Delta, Hub, MemoryHub, Positions, RedisHub, Wake
from chat_stream.streaming.hub import Committed, Notice
from tests.support.eventually import eventually
from tests.support.servers import RedisServer

DELTAS = (Delta("a", "reasoning", 4, 7, "Hm "), Delta("a", "content", 0, 4, 'H\n"🌍'))
COMMITTED = Committed(DELTAS, Positions(4, 7), Status.STREAMING)


@pytest.fixture(params=["memory", "one worker on Redis", "two workers on Redis"])
async def hubs(request: pytest.FixtureRequest) -> AsyncIterator[tuple[Hub, Hub]]:
    """The hub that is subscribed to, and the one that publishes."""
    if request.param == "memory":
        hub = MemoryHub()
        yield hub, hub
        return
    redis: RedisServer = request.getfixturevalue("redis_server")
    one = RedisHub(redis.url)
    other = one if request.param.startswith("one") else RedisHub(redis.url)
    running = [asyncio.create_task(hub.run()) for hub in {one, other}]
    yield one, other
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)


class Ear:
    """Somebody who is subscribed, and has noted what came since they were ready."""

    def __init__(self) -> None:
        self.heard: list[Notice] = []
        self.is_ready = False

    def hear(self, notice: Notice) -> None:
        if notice != Wake():
            self.heard.append(notice)
        self.is_ready = True


async def subscribed(hubs: tuple[Hub, Hub], topic: str, ear: Ear) -> Callable[[], None]:
    """Subscribes, and publishes wake-ups until the first comes through."""
    here, there = hubs
    leave = here.subscribe(topic, ear.hear)

    def is_ready() -> bool:
        there.publish(topic, Wake())
        return ear.is_ready

    await eventually(is_ready)
    return leave


async def test_a_notice_reaches_every_subscriber_of_its_topic_once(hubs: tuple[Hub, Hub]):
    first, second, other = Ear(), Ear(), Ear()
    for topic, ear in (("attempt:a", first), ("attempt:a", second), ("attempt:b", other)):
        await subscribed(hubs, topic, ear)
    hubs[1].publish("attempt:a", COMMITTED)
    await eventually(lambda: bool(first.heard and second.heard))
    last = Committed((), Positions(4, 7), Status.COMPLETED)
    hubs[1].publish("attempt:a", last)
    await eventually(lambda: len(second.heard) == 2)
    assert (first.heard, second.heard, other.heard) == ([COMMITTED, last], [COMMITTED, last], [])


async def test_notices_come_in_the_order_in_which_they_were_published(hubs: tuple[Hub, Hub]):
    ear = Ear()
    await subscribed(hubs, "attempt:a", ear)
    sent = [Committed((), Positions(number), Status.STREAMING) for number in range(2000)]
    for notice in sent:
        hubs[1].publish("attempt:a", notice)
    await eventually(lambda: len(ear.heard) == len(sent))
    assert ear.heard == sent


async def test_nothing_comes_after_unsubscribing(hubs: tuple[Hub, Hub]):
    gone, stays = Ear(), Ear()
    leave = await subscribed(hubs, "attempt:a", gone)
    await subscribed(hubs, "attempt:a", stays)
    leave()
    leave()
    hubs[1].publish("attempt:a", COMMITTED)
    await eventually(lambda: stays.heard == [COMMITTED])
    assert gone.heard == []


async def test_a_subscriber_may_leave_while_it_is_told(hubs: tuple[Hub, Hub]):
    leaves, stays = Ear(), Ear()

    def hear_and_leave(notice: Notice) -> None:
        if notice == COMMITTED:
            leaves.hear(notice)
            leave()

    leave = hubs[0].subscribe("attempt:a", hear_and_leave)
    await subscribed(hubs, "attempt:a", stays)
    hubs[1].publish("attempt:a", COMMITTED)
    hubs[1].publish("attempt:a", COMMITTED)
    await eventually(lambda: len(stays.heard) == 2)
    assert leaves.heard == [COMMITTED]
