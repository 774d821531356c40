"""All that leans on what Reflex, socket.io and engine.io don't document. docs/upgrading.md lists it; `check` tries it.

The public way that is missing: an event handler can't send an event of its own to its tab, nor see how much its tab's
socket still has to send.
"""

import json
from collections.abc import Sequence
from dataclasses import fields
from importlib.metadata import version
from typing import Any
from urllib.parse import parse_qs

from engineio.async_socket import AsyncSocket  # pyright: ignore[reportMissingTypeStubs]
from engineio.packet import MESSAGE, Packet  # pyright: ignore[reportMissingTypeStubs]
from reflex.utils.serializers import serialize
from reflex.utils.token_manager import LocalTokenManager, SocketRecord
from reflex_base.event.context import EventContext
from reflex_base.registry import RegistrationContext
from socketio import AsyncServer  # pyright: ignore[reportMissingTypeStubs]

from reflex_object_deltas.misuse import NoTab, ObjectMapMisused, UnfitReflex
from reflex_object_deltas.protocol import EVENT, VERSION_PARAMETER


def is_in_event() -> bool:
    """Whether an event of a tab is being handled here."""
    try:
        EventContext.get()
    except LookupError:
        return False
    return True


class TabSocket:
    """The socket of the tab whose event is being handled, as it was when this was made.

    Raises:
        NoTab: No event is being handled.
    """

    def __init__(self) -> None:
        if not is_in_event():
            raise NoTab(
                "An Outlet belongs to the tab whose event is being handled, and none is. Create it in an event handler "
                "(for a task that goes on, in the handler that starts it) and hand it on."
            )
        self._token = EventContext.get().token
        app: Any = RegistrationContext.get().app
        self._namespace: str = app.event_namespace.namespace
        self._tokens: Any = app.event_namespace._token_manager
        self._sid = self._sid_here()
        self._sockets: Any = app.sio.eio.sockets
        self._engine_sid = app.sio.manager.eio_sid_from_sid(self._sid, self._namespace)
        self.page_version = _version_in(app.sio.get_environ(self._sid, self._namespace)) if self._sid else 0

    @property
    def is_open(self) -> bool:
        return self._sid is not None and self._sid_here() == self._sid

    @property
    def waiting_packets(self) -> int:
        socket = self._engine_socket()
        return socket.queue.qsize() if socket else 0

    def send(self, delta: Sequence[Any]) -> None:
        if socket := self._engine_socket():
            socket.queue.put_nowait(packet_of(delta, self._namespace))

    def end(self) -> None:
        if socket := self._engine_socket():
            socket.queue.put_nowait(None)  # engine.io's writer takes this for the end

    def _sid_here(self) -> str | None:
        """The tab's socket, if it is on this worker: Reflex knows others too, and would send to them."""
        record = self._tokens.token_to_socket.get(self._token)
        return record.sid if record and record.instance_id == self._tokens.instance_id else None

    def _engine_socket(self) -> Any:
        return self._sockets.get(self._engine_sid)


def packet_of(delta: Sequence[Any], namespace: str) -> Packet:
    """The packet that socket.io would make of this event. Its own way takes a task for each, and many times as long.

    Raises:
        ObjectMapMisused: A value can't be written as JSON.
    """
    return Packet(MESSAGE, f"2{namespace},{_encode([EVENT, *delta])}")


def _plain(value: Any) -> Any:
    """A value that JSON has no form for, as Reflex sends it: dataclasses, models, dates."""
    plain = serialize(value)
    if plain is None:
        raise ObjectMapMisused(
            f"A value of the type {type(value).__qualname__} can't be sent to the page: {value!r:.100}. Send what JSON "
            f"can say (dict, list, str, number, bool, None), a dataclass, or register an rx.serializer for the type."
        )
    return plain


_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_plain).encode


def _version_in(environ: Any) -> int:
    """The version that the page named when it connected; 0 if it named none."""
    said = parse_qs((environ or {}).get("QUERY_STRING", "")).get(VERSION_PARAMETER, ["0"])[-1]
    return int(said) if said.isascii() and said.isdigit() else 0


def check() -> None:
    """Looks for what this module needs, without a connection.

    Raises:
        UnfitReflex: Something is missing; the message says what, and what to do.
    """
    server: Any = AsyncServer(async_mode="asgi")
    tokens = vars(LocalTokenManager())
    record = {field.name for field in fields(SocketRecord)}
    needs = {
        "reflex_base.event.context.EventContext.token": "token" in {field.name for field in fields(EventContext)},
        "reflex_base.registry.RegistrationContext.app": hasattr(RegistrationContext, "app"),
        "reflex.utils.token_manager.LocalTokenManager.token_to_socket": "token_to_socket" in tokens,
        "reflex.utils.token_manager.LocalTokenManager.instance_id": "instance_id" in tokens,
        "reflex.utils.token_manager.SocketRecord": {"instance_id", "sid"} <= record,
        "socketio's manager.eio_sid_from_sid": hasattr(server.manager, "eio_sid_from_sid"),
        "socketio's get_environ": hasattr(server, "get_environ"),
        "engineio's sockets": isinstance(server.eio.sockets, dict),
        "engineio's socket.queue": hasattr(AsyncSocket(server.eio, "none"), "queue"),
    }
    if missing := [name for name, is_there in needs.items() if not is_there]:
        raise UnfitReflex(
            f"reflex-object-deltas can't work with Reflex {version('reflex')}: it misses {', '.join(missing)}. "
            "Install a Reflex that docs/upgrading.md of reflex-object-deltas lists, or a newer reflex-object-deltas."
        )
