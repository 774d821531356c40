"""What Reflex doesn't document and this package stands on. A new version of Reflex that changes it fails here."""

import dataclasses
import inspect
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import reflex_base
from engineio.async_socket import AsyncSocket
from reflex.app import EventNamespace, _sio_dumps
from reflex.state import StateUpdate
from reflex.utils.token_manager import LocalTokenManager, SocketRecord
from reflex_base.event.context import EventContext
from socketio import AsyncServer

from chat_stream.object_deltas import DISPATCH_KEY
from chat_stream.object_deltas.deltas import packet_of

STATE_JS = Path(reflex_base.__file__).parent / ".templates" / "web" / "utils" / "state.js"


async def test_a_delta_is_the_packet_that_reflex_makes_of_it():
    server: Any = AsyncServer(async_mode="asgi", json=SimpleNamespace(dumps=_sio_dumps))
    await server.manager.connect("engine", "/_event")
    socket = server.eio.sockets["engine"] = AsyncSocket(server.eio, "engine")
    operations: Any = [3, ["-", "messages", "é"], [0, 3, 4, '\n"']]
    sid = server.manager.sid_from_eio_sid("engine", "/_event")
    await server.emit("event", StateUpdate(delta={DISPATCH_KEY: operations}), namespace="/_event", to=sid)
    assert packet_of(operations, server, "/_event").encode() == socket.queue.get_nowait().encode()


def test_an_event_knows_its_tabs_token():
    assert "token" in EventContext.__slots__


def test_the_page_hands_each_part_of_a_delta_to_the_function_of_its_name():
    script = STATE_JS.read_text()
    assert 'typeof dispatch[substate] !== "function"' in script
    assert "dispatch[substate](delta[substate]);" in script


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
