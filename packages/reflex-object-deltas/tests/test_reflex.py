"""The undocumented parts of Reflex that this package depends on. A new Reflex that changes them fails here."""

import dataclasses
import inspect
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import engineio
import engineio.packet
import pytest
import reflex_base
import socketio
import socketio.packet
from engineio.async_socket import AsyncSocket
from reflex.app import EventNamespace
from reflex.utils.format import json_dumps
from reflex.utils.token_manager import LocalTokenManager, SocketRecord
from reflex_base.event.context import EventContext
from socketio import AsyncServer

from reflex_object_deltas import UnfitReflex, reflex_insides
from reflex_object_deltas.protocol import EVENT
from reflex_object_deltas.reflex_insides import check, packet_of

STATE_JS = Path(reflex_base.__file__).parent / ".templates" / "web" / "utils" / "state.js"


@pytest.fixture
def packets(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that is given a JSON writer gives it to all packets of the process, those of clients too."""
    for packet in (engineio.packet.Packet, socketio.packet.Packet):
        monkeypatch.setattr(packet, "json", packet.json)


@pytest.mark.usefixtures("packets")
async def test_a_delta_is_the_packet_that_socket_io_makes_of_it():
    server: Any = AsyncServer(async_mode="asgi", json=SimpleNamespace(dumps=json_dumps))
    await server.manager.connect("engine", "/_event")
    socket = server.eio.sockets["engine"] = AsyncSocket(server.eio, "engine")
    delta: Any = (3, ["-", "messages", "é"], [0, 3, 1, '\n"'], ["=", "messages", "a", {"is": True, "cost": 0.5}])
    sid = server.manager.sid_from_eio_sid("engine", "/_event")
    await server.emit(EVENT, delta, namespace="/_event", to=sid)
    assert packet_of(delta, "/_event").encode() == socket.queue.get_nowait().encode()


def test_an_event_knows_its_tabs_token():
    assert "token" in EventContext.__slots__


def test_the_page_connects_by_the_socket_that_socket_io_has_for_all():
    script = STATE_JS.read_text()
    assert 'import io from "socket.io-client";' in script
    assert "socket.current.connect();" in script
    assert 'socket.current.on("~"' not in script


def test_the_page_closes_its_socket_at_beforeunload():
    """Why the page half stops that event: without it, a download would end every stream of the tab."""
    assert 'window.addEventListener("beforeunload", disconnectTrigger)' in STATE_JS.read_text()


def test_the_namespace_knows_which_socket_of_which_worker_a_token_has():
    assert "self._token_manager = TokenManager.create()" in inspect.getsource(EventNamespace.__init__)
    assert {"token_to_socket", "instance_id"} <= vars(LocalTokenManager()).keys()
    assert {field.name for field in dataclasses.fields(SocketRecord)} == {"instance_id", "sid"}


async def test_a_sockets_queue_can_be_looked_at():
    server = AsyncServer(async_mode="asgi")
    assert hasattr(server.manager, "eio_sid_from_sid")
    assert isinstance(server.eio.sockets, dict)


def test_the_check_at_start_passes():
    check()


def test_a_reflex_that_lacks_something_stops_the_start_with_a_sentence(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reflex_insides, "RegistrationContext", object)
    with pytest.raises(
        UnfitReflex, match=r"can't work with Reflex \d.*misses reflex_base.registry.RegistrationContext.app\."
    ):
        check()
