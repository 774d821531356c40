"""What Reflex doesn't document and this package stands on. A new version of Reflex that changes it fails here."""

import dataclasses
import inspect
from pathlib import Path

import reflex_base
from reflex.app import EventNamespace
from reflex.utils.token_manager import LocalTokenManager, SocketRecord
from reflex_base.event.context import EventContext
from socketio import AsyncServer  # pyright: ignore[reportMissingTypeStubs]

STATE_JS = Path(reflex_base.__file__).parent / ".templates" / "web" / "utils" / "state.js"


def test_an_event_can_put_a_delta_on_its_tabs_socket():
    assert list(inspect.signature(EventContext.emit_delta).parameters) == ["self", "delta"]
    assert {"token", "emit_delta_impl"} <= set(EventContext.__slots__)


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


def test_what_is_sent_to_a_socket_of_this_worker_is_on_its_way_before_anything_else_happens():
    """Between the look whether the socket is here and the sending nothing may be awaited."""
    source = inspect.getsource(EventNamespace.emit_update)
    before_sending = source.partition("await self.emit(")[0]
    assert "token_to_socket.get(token)" in before_sending
    assert before_sending.count("await ") == 1  # of the way to another worker


async def test_a_sockets_queue_can_be_looked_at():
    server = AsyncServer(async_mode="asgi")
    assert hasattr(server.manager, "eio_sid_from_sid")
    assert isinstance(server.eio.sockets, dict)
