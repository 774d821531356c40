"""A page without a browser: the websocket protocol that Reflex's `state.js` and our `page.js` speak.

It connects with its token, says in the CONNECT packet that it wants to be hydrated, follows its chat whenever
`SessionState.load` is another, applies what comes, and after a gap or a lost connection asks from where it stands.
"""

import asyncio
import contextlib
import uuid
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Self

import aiohttp
import socketio
from reflex.state import State
from reflex_base.constants import CompileVars
from socketio.exceptions import SocketIOError

from chat_stream.state import ChatState, ComposerState, SessionState
from reflex_object_deltas import EVENT
from tests.support.page_store import PageStore

NAMESPACE = "/_event"
LONGEST_BACKOFF = 2.0
GAP_PAUSE = 0.05
Applied = Callable[[PageStore], object]


class SocketPage:
    """One tab on one chat (or on the page for a new one, with an empty `chat_id`), signed in by its cookie."""

    def __init__(self, port: int, origin: str, cookie: str, chat_id: str = "", on_delta: Applied = id) -> None:
        self.store = PageStore()
        self.chat_id = chat_id
        self.port = port
        self.connections = 0
        self.is_connected = False
        self._is_closing = False
        self._http: aiohttp.ClientSession | None = None
        self._headers = {"Cookie": cookie, "Origin": origin}
        self.token = str(uuid.uuid4())
        self._on_delta = on_delta
        self._socket: socketio.AsyncClient | None = None
        self._asking: asyncio.Task[None] | None = None
        self._living: asyncio.Task[None] | None = None
        self._load = asyncio.Event()
        self._last_load = ""

    async def __aenter__(self) -> Self:
        # The session has the headers, because engine.io's client moves a cookie it is given into the session's jar.
        self._http = aiohttp.ClientSession(headers=self._headers, cookie_jar=aiohttp.DummyCookieJar())
        self._living = asyncio.create_task(self._live(), name="socket page")
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._living
        self._is_closing = True  # a cancellation that comes while it connects is sometimes swallowed there, so again
        for task in (self._living, self._asking):
            while task and not task.done():
                task.cancel()
                await asyncio.wait([task], timeout=1)
        assert self._http
        await self._http.close()

    async def is_ready(self) -> None:
        """Returns when the page is connected and hydrated."""
        async with asyncio.timeout(60):
            await self._load.wait()

    @property
    def is_served(self) -> bool:
        """Whether it is connected and hydrated now."""
        return self._load.is_set()

    async def call(self, handler: str, **payload: Any) -> None:
        """An event handler of `ChatState`, as a click calls it. Lost if there is no connection, as a click is."""
        await self._emit(f"{ChatState.get_full_name()}.{handler}", payload)

    async def send(self, client_id: str, text: str, model: str = "") -> str:
        """Sends until a receipt says that it is stored, as the composer does; returns the chat's id. It waits for no
        answer above: several are written at the same time."""
        payload: dict[str, Any] = {"chat_id": self.chat_id, "client_id": client_id, "text": text, "model": model}
        payload["at_once"] = True
        self.store.maps.setdefault("receipts", {}).pop(client_id, None)
        while client_id not in self.store.maps["receipts"]:
            await self.is_ready()
            await self._emit(f"{ComposerState.get_full_name()}.send", payload)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(3):
                    await self._has_receipt(client_id)
        receipt = self.store.maps["receipts"][client_id]
        if receipt["error"]:
            raise AssertionError(receipt["error"])
        if not self.chat_id:
            self.chat_id = receipt["chat_id"]
            self._ask_again(0)
        return self.chat_id

    async def _has_receipt(self, client_id: str) -> None:
        while client_id not in self.store.maps["receipts"]:  # noqa: ASYNC110
            await asyncio.sleep(0.01)

    async def _live(self) -> None:
        failures = 0
        while not self._is_closing:
            lost = asyncio.Event()
            self._socket = socket = self._new_socket(lost)
            try:
                url = f"http://127.0.0.1:{self.port}?token={self.token}"
                await socket.connect(
                    url,
                    auth={CompileVars.CONNECT_AUTH_EVENT: self._event(_HYDRATE, {})},
                    transports=["websocket"],
                    namespaces=[NAMESPACE],
                    socketio_path=NAMESPACE,
                    wait_timeout=10,
                )
                failures = 0
                self.connections += 1
                self.is_connected = True
                await lost.wait()  # the client's own `wait` takes a second longer, and a page tries again at once
            except (SocketIOError, OSError, aiohttp.ClientError, TimeoutError):
                failures += 1
            finally:
                self.is_connected = False
                self._load.clear()
                with contextlib.suppress(Exception):
                    await socket.disconnect()
            await asyncio.sleep(min(LONGEST_BACKOFF, 0.2 * failures))

    def _new_socket(self, lost: asyncio.Event) -> socketio.AsyncClient:
        socket = socketio.AsyncClient(reconnection=False, http_session=self._http, websocket_extra_options=_OPTIONS)
        socket.on("event", self._update, namespace=NAMESPACE)
        socket.on(EVENT, self._take_delta, namespace=NAMESPACE)
        socket.on("new_token", self._take_token, namespace=NAMESPACE)
        socket.on("disconnect", partial(self._lose, lost), namespace=NAMESPACE)
        return socket

    async def _lose(self, lost: asyncio.Event, *_: object) -> None:
        self.is_connected = False
        self._load.clear()
        lost.set()

    async def _take_token(self, token: str) -> None:
        self.token = token

    async def _take_delta(self, *delta: Any) -> None:
        self.store.apply(delta)
        self._on_delta(self.store)
        if self.store.has_gap:
            self._ask_again(GAP_PAUSE)

    async def _update(self, update: Mapping[str, Any]) -> None:
        delta: Mapping[str, Any] = update.get("delta") or {}
        if load := next((load for name, load in delta.get(_SESSION, {}).items() if name.startswith("load")), ""):
            self._load_anew(load)

    def _load_anew(self, load: str) -> None:
        """A hydrate says what it was before, and its last event what it is now."""
        if load == self._last_load:
            return
        self._last_load = load
        self._load.set()
        self._ask_again(0)

    def _ask_again(self, pause: float) -> None:
        if self._asking:
            self._asking.cancel()
        self._asking = asyncio.create_task(self._follow(pause))

    async def _follow(self, pause: float) -> None:
        await asyncio.sleep(pause)
        if self.chat_id:
            revision, streams = self.store.has()
            run = self.store.begin()
            await self.call("follow", chat_id=self.chat_id, revision=revision, streams=streams, run=run)

    async def _emit(self, name: str, payload: Mapping[str, Any]) -> None:
        if self._socket and self.is_connected:
            with contextlib.suppress(SocketIOError, OSError, aiohttp.ClientError):
                await self._socket.emit("event", self._event(name, payload), namespace=NAMESPACE)

    def _event(self, name: str, payload: Mapping[str, Any]) -> dict[str, Any]:
        path = f"/chat/{self.chat_id}" if self.chat_id else "/"
        router: dict[str, Any] = {"pathname": path, "asPath": path}
        if self.chat_id:
            router["query"] = {"chat_id": self.chat_id}
        return {"name": name, "payload": dict(payload), "router_data": router}


_HYDRATE = f"{State.get_full_name()}.{CompileVars.HYDRATE_AND_LOAD}"
_SESSION = SessionState.get_full_name()
_OPTIONS = {"max_msg_size": 0}
