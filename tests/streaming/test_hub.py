"""What every hub must do."""

import pytest

from chat_stream.streaming import Hub, MemoryHub, Wake
from chat_stream.streaming.hub import Notice


@pytest.fixture
def hub() -> Hub:
    return MemoryHub()


def test_a_notice_reaches_every_subscriber_of_its_topic(hub: Hub):
    first: list[Notice] = []
    second: list[Notice] = []
    other: list[Notice] = []
    hub.subscribe("a", first.append)
    hub.subscribe("a", second.append)
    hub.subscribe("b", other.append)
    hub.publish("a", Wake())
    assert (first, second, other) == ([Wake()], [Wake()], [])


def test_nothing_comes_after_unsubscribing(hub: Hub):
    received: list[Notice] = []
    unsubscribe = hub.subscribe("a", received.append)
    unsubscribe()
    unsubscribe()
    hub.publish("a", Wake())
    assert received == []


def test_a_subscriber_may_leave_while_it_is_told(hub: Hub):
    received: list[Notice] = []

    def leave(notice: Notice) -> None:
        received.append(notice)
        unsubscribe()

    unsubscribe = hub.subscribe("a", leave)
    hub.subscribe("a", received.append)
    hub.publish("a", Wake())
    hub.publish("a", Wake())
    assert len(received) == 3
