"""An outlet sends to the tab's socket on this worker, or nowhere."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from reflex.utils.token_manager import LocalTokenManager, SocketRecord

from reflex_object_deltas import Outlet, deltas

TAB = "the tab's token"


class Surroundings:
    """Reflex's surroundings of an event: who is connected where, the sockets here, and what was sent."""

    def __init__(self) -> None:
        self.tokens = LocalTokenManager()
        self.queue: asyncio.Queue[Any] = asyncio.Queue()
        self.context = SimpleNamespace(token=TAB)
        manager = SimpleNamespace(eio_sid_from_sid=lambda sid, _namespace: sid)
        sockets = {"socket": SimpleNamespace(queue=self.queue)}
        sio = SimpleNamespace(manager=manager, eio=SimpleNamespace(sockets=sockets))
        namespace = SimpleNamespace(_token_manager=self.tokens, namespace="/_event")
        self.app = SimpleNamespace(event_namespace=namespace, sio=sio)

    def connect(self, *, is_here: bool) -> None:
        worker = self.tokens.instance_id if is_here else "another worker"
        self.tokens.token_to_socket[TAB] = SocketRecord(instance_id=worker, sid="socket")

    @property
    def sent(self) -> list[str]:
        return [self.queue.get_nowait().encode() for _ in range(self.queue.qsize())]


@pytest.fixture
def around(monkeypatch: pytest.MonkeyPatch) -> Surroundings:
    around = Surroundings()
    monkeypatch.setattr(deltas, "EventContext", SimpleNamespace(get=lambda: around.context))
    monkeypatch.setattr(deltas, "RegistrationContext", SimpleNamespace(get=lambda: SimpleNamespace(app=around.app)))
    return around


async def test_a_tab_on_this_worker_is_sent_what_is_emitted(around: Surroundings):
    around.connect(is_here=True)
    assert await Outlet(run=3).emit([["-", "messages", "a"]])
    assert around.sent == ['42/_event,["~",3,["-","messages","a"]]']


async def test_nothing_is_sent_to_a_tab_on_another_worker(around: Surroundings):
    around.connect(is_here=False)
    assert not await Outlet(run=3).emit([["-", "messages", "a"]])
    assert around.sent == []


async def test_a_tab_that_moves_to_another_worker_is_sent_no_more(around: Surroundings):
    around.connect(is_here=True)
    outlet = Outlet(run=3)
    around.connect(is_here=False)
    assert not await outlet.emit([["-", "messages", "a"]])
    assert around.sent == []
    await asyncio.wait_for(outlet.closed(), 1)


async def test_a_dropped_connection_ends_as_engine_io_ends_one(around: Surroundings):
    around.connect(is_here=True)
    Outlet().drop()
    assert around.queue.get_nowait() is None
