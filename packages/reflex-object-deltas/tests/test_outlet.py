"""An outlet sends to the tab's socket on this worker, or nowhere."""

import asyncio
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from reflex.utils.token_manager import LocalTokenManager, SocketRecord

from reflex_object_deltas import NoTab, ObjectMap, ObjectMapMisused, Outlet, reflex_insides
from reflex_object_deltas.operations import bookmark

TAB = "the tab's token"
MESSAGES = ObjectMap("messages", dict)


@dataclass
class Named:
    name: str
    on: date


class Surroundings:
    """Reflex's surroundings of an event: who is connected where, the sockets here, and what was sent."""

    def __init__(self) -> None:
        self.tokens = LocalTokenManager()
        self.queue: asyncio.Queue[Any] = asyncio.Queue()
        self.context = SimpleNamespace(token=TAB)
        manager = SimpleNamespace(eio_sid_from_sid=lambda sid, _namespace: sid)
        sockets = {"socket": SimpleNamespace(queue=self.queue)}
        self.query = "token=t"
        environ = lambda _sid, _namespace: {"QUERY_STRING": self.query}  # noqa: E731
        sio = SimpleNamespace(manager=manager, eio=SimpleNamespace(sockets=sockets), get_environ=environ)
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
    monkeypatch.setattr(reflex_insides, "EventContext", SimpleNamespace(get=lambda: around.context))
    monkeypatch.setattr(
        reflex_insides, "RegistrationContext", SimpleNamespace(get=lambda: SimpleNamespace(app=around.app))
    )
    return around


async def test_a_tab_on_this_worker_is_sent_what_is_emitted(around: Surroundings):
    around.connect(is_here=True)
    assert await Outlet(run=3).emit([MESSAGES.delete("a")])
    assert around.sent == ['42/_event,["~",3,["-","messages","a"]]']


async def test_nothing_is_sent_to_a_tab_on_another_worker(around: Surroundings):
    around.connect(is_here=False)
    assert not await Outlet(run=3).emit([MESSAGES.delete("a")])
    assert around.sent == []


async def test_a_tab_that_moves_to_another_worker_is_sent_no_more(around: Surroundings):
    around.connect(is_here=True)
    outlet = Outlet(run=3)
    around.connect(is_here=False)
    assert not await outlet.emit([MESSAGES.delete("a")])
    assert around.sent == []
    await asyncio.wait_for(outlet.closed(), 1)


async def test_a_dropped_connection_ends_as_engine_io_ends_one(around: Surroundings):
    around.connect(is_here=True)
    Outlet().drop()
    assert around.queue.get_nowait() is None


async def test_a_run_begins_with_the_version_that_is_spoken_to_its_page(around: Surroundings):
    around.connect(is_here=True)
    around.query = "token=t&object_deltas=1"
    outlet = Outlet(run=3)
    await outlet.emit([bookmark("book", 1)])
    await outlet.emit([bookmark("book", 2)])
    assert around.sent == ['42/_event,["~",3,["v",1],["#","book",1]]', '42/_event,["~",3,["#","book",2]]']


async def test_a_newer_page_is_spoken_to_in_the_servers_version(around: Surroundings):
    around.connect(is_here=True)
    around.query = "object_deltas=7"
    outlet = Outlet(run=3)
    await outlet.emit([bookmark("book", 1)])
    assert outlet.page_version == 7
    assert around.sent == ['42/_event,["~",3,["v",1],["#","book",1]]']


@pytest.mark.parametrize("query", ["token=t", "object_deltas=", "object_deltas=new", "object_deltas=-1", ""])
async def test_a_page_that_says_no_version_is_sent_none(around: Surroundings, query: str):
    around.connect(is_here=True)
    around.query = query
    await Outlet(run=3).emit([bookmark("book", 1)])
    assert around.sent == ['42/_event,["~",3,["#","book",1]]']


async def test_what_reflex_can_write_is_sent_as_it_writes_it(around: Surroundings):
    around.connect(is_here=True)
    await Outlet().emit([MESSAGES.set("a", Named("Ada", date(2026, 11, 28)))])
    assert around.sent == ['42/_event,["~",["=","messages","a",{"name":"Ada","on":"2026-11-28"}]]']


async def test_what_cannot_be_written_says_so(around: Surroundings):
    around.connect(is_here=True)
    with pytest.raises(ObjectMapMisused, match="of the type object can't be sent to the page"):
        await Outlet().emit([MESSAGES.set("a", {"it": object()})])


def test_an_outlet_outside_of_an_event_says_where_it_belongs():
    with pytest.raises(NoTab, match="Create it in an event handler"):
        Outlet()
