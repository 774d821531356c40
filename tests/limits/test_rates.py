"""How often something may happen, and how much of it at a time."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from chat_stream.limits import AtATime, Rate, Rates, TooMany
from chat_stream.limits.rates import REDIS_TIMEOUT
from chat_stream.texts import Text
from tests.support.servers import RedisServer
from tests.support.site import free_port

TRIES = Rate("tries", 3, 900, Text("limit-failures"))


@pytest.fixture(params=["memory", "redis"])
async def rates(request: pytest.FixtureRequest) -> AsyncIterator[Rates]:
    """Counted in this process, and counted by several workers together."""
    server: RedisServer | None = request.getfixturevalue("redis_server") if request.param == "redis" else None
    rates = Rates(server.url if server else "")
    for name in ("Alice", "Bob"):
        await rates.forget(TRIES, name)
    yield rates
    await rates.close()


async def test_while_redis_is_away_each_worker_counts_for_itself():
    rates = Rates(f"redis://127.0.0.1:{free_port()}/0")
    for _ in range(3):
        await rates.take(TRIES, "Alice")
    with pytest.raises(TooMany):
        await rates.take(TRIES, "Alice")
    await rates.close()


async def test_a_redis_that_does_not_answer_is_not_waited_for():
    with RedisServer() as server:
        rates = Rates(server.url)
        await rates.take(TRIES, "Alice")
        server.pause()
        async with asyncio.timeout(10 * REDIS_TIMEOUT):
            await rates.take(TRIES, "Alice")
        server.resume()
        await rates.take(TRIES, "Alice")
        await rates.close()


async def test_the_fourth_of_three_is_refused_and_told_when_to_come_back(rates: Rates):
    for _ in range(3):
        await rates.take(TRIES, "Alice")
    with pytest.raises(TooMany) as refused:
        await rates.take(TRIES, "Alice")
    assert 890 < refused.value.retry_after <= 900
    assert refused.value.sentence == "The password was wrong too many times. Try again in 15 minutes."


async def test_bob_is_not_counted_with_alice(rates: Rates):
    for _ in range(3):
        await rates.take(TRIES, "Alice")
    await rates.take(TRIES, "Bob")


async def test_what_comes_all_at_once_is_counted_one_by_one(rates: Rates):
    outcomes = await asyncio.gather(*(rates.take(TRIES, "Alice") for _ in range(20)), return_exceptions=True)
    assert outcomes.count(None) == 3


async def test_what_is_forgotten_begins_anew(rates: Rates):
    for _ in range(5):
        await rates.take(TRIES, "Alice")
        await rates.forget(TRIES, "Alice")


def test_what_has_ended_makes_room():
    sockets = AtATime(1, Text("limit-tabs"))
    with sockets.one_more("Alice"), sockets.one_more("Bob"), pytest.raises(TooMany), sockets.one_more("Alice"):
        pass
    with sockets.one_more("Alice"):
        pass
