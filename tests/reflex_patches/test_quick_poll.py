"""engine.io's wait for a packet and ours do the same."""

import asyncio
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any

import pytest
from engineio.exceptions import QueueEmpty

from chat_stream.reflex_patches.quick_poll import THEIRS, poll

Poll = Callable[[Any], Awaitable[list[Any]]]


@pytest.fixture(params=[THEIRS, poll], ids=["engine.io's", "ours"])
def polled(request: pytest.FixtureRequest) -> Poll:
    return request.param


@pytest.fixture
def socket() -> Any:
    return SimpleNamespace(queue=asyncio.Queue[Any](), server=SimpleNamespace(ping_interval=30, ping_timeout=30))


async def test_all_that_waits_is_taken_in_order(polled: Poll, socket: Any):
    for packet in ("a", "b", "c"):
        socket.queue.put_nowait(packet)
    assert await polled(socket) == ["a", "b", "c"]
    await asyncio.wait_for(socket.queue.join(), 1)


async def test_the_next_packet_is_waited_for(polled: Poll, socket: Any):
    waiting = asyncio.ensure_future(polled(socket))
    await asyncio.sleep(0)
    assert not waiting.done()
    socket.queue.put_nowait("a")
    assert await waiting == ["a"]


async def test_the_end_comes_after_what_was_said_before_it(polled: Poll, socket: Any):
    for packet in ("a", None, "never"):
        socket.queue.put_nowait(packet)
    assert await polled(socket) == ["a"]


async def test_the_end_is_nothing(polled: Poll, socket: Any):
    socket.queue.put_nowait(None)
    assert await polled(socket) == []


async def test_who_waits_longer_than_a_ping_takes_finds_nothing(polled: Poll, socket: Any):
    socket.server.ping_interval = socket.server.ping_timeout = 0.001
    with pytest.raises(QueueEmpty):
        await polled(socket)


async def test_who_is_cancelled_finds_nothing(polled: Poll, socket: Any):
    waiting = asyncio.ensure_future(polled(socket))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(QueueEmpty):
        await waiting
