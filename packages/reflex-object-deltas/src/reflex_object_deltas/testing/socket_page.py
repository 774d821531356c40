"""A tab without a browser: the websocket protocol that Reflex's `state.js` and our page half speak.

It connects with its token, asks to be hydrated, follows its subject, applies what comes, and after a gap or a lost
connection asks from where it stands.
"""

import asyncio
import contextlib
import inspect
import uuid
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Generic, Self, TypeVar

import aiohttp
import socketio  # pyright: ignore[reportMissingTypeStubs]
from reflex.state import OnLoadInternalState, State
from reflex_base.constants import CompileVars
from reflex_base.utils.format import format_event_handler
from socketio.exceptions import SocketIOError  # pyright: ignore[reportMissingTypeStubs]

from reflex_object_deltas.protocol import EVENT, VERSION, VERSION_PARAMETER
from reflex_object_deltas.testing.page_store import PageStore

NAMESPACE = "/_event"
LONGEST_BACKOFF = 2.0
GAP_PAUSE = 0.05
Store = TypeVar("Store", bound=PageStore)


class SocketPage(Generic[Store]):
    """One tab with one subscription.

        async with SocketPage(8000, PageStore(["notes"], "notes"), Notes.follow, subject="board") as page:
            await page.is_ready()
            await page.call(Notes.write, key="a")

    Args:
        port: Where the app's server listens, on this machine.
        store: What the page keeps; `store.maps` has the objects.
        follow: The event handler that a browser's `Subscription` has as `on_follow`.
        subject: What is followed; nothing while it is empty and `load` is given.
        headers: Sent when it connects: a cookie, an origin.
        on_delta: Called with the store after each delta.
    """

    def __init__(
        self,
        port: int,
        store: Store,
        follow: Any,
        *,
        subject: str = "",
        headers: Mapping[str, str] | None = None,
        on_delta: Callable[[Store], object] = id,
    ) -> None:
        self.store = store
        self.subject = subject
        self.port = port
        self.connections = 0
        self.is_connected = False
        self.token = str(uuid.uuid4())
        self._is_closing = False
        self._follow_handler = follow
        self._http: aiohttp.ClientSession | None = None
        self._headers = dict(headers or {})
        self._on_delta = on_delta
        self._socket: socketio.AsyncClient | None = None
        self._asking: asyncio.Task[None] | None = None
        self._living: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()

    async def __aenter__(self) -> Self:
        # The session has the headers, because engine.io's client moves a cookie it is given into the session's jar.
        self._http = aiohttp.ClientSession(headers=self._headers, cookie_jar=aiohttp.DummyCookieJar())
        self._living = asyncio.create_task(self._live(), name="socket page")
        return self

    async def __aexit__(self, *_: object) -> None:
        self._is_closing = True  # a cancellation that comes while it connects is sometimes swallowed there, so again
        for task in (self._living, self._asking):
            while task and not task.done():
                task.cancel()
                await asyncio.wait([task], timeout=1)
        if self._http:
            await self._http.close()

    async def is_ready(self) -> None:
        """Returns when the page is connected and hydrated."""
        async with asyncio.timeout(60):
            await self._ready.wait()

    @property
    def is_served(self) -> bool:
        """Whether it is connected and hydrated now."""
        return self._ready.is_set()

    async def call(self, handler: Any, **payload: Any) -> None:
        """An event handler of a state, as a click calls it. Lost if there is no connection, as a click is."""
        await self.emit(format_event_handler(handler), payload)

    async def emit(self, name: str, payload: Mapping[str, Any]) -> None:
        """An event by its full name."""
        if self._socket and self.is_connected:
            with contextlib.suppress(SocketIOError, OSError, aiohttp.ClientError):
                await self._socket.emit("event", self._event(name, payload), namespace=NAMESPACE)

    def updated(self, delta: Mapping[str, Mapping[str, Any]]) -> None:
        """Reflex reports a change of its states. The first time that means: the page is hydrated.

        An app whose states say when the page may ask overrides it, and calls `may_ask` then.
        """
        if not self.is_served:
            self.may_ask()

    def may_ask(self) -> None:
        """The page is served, and asks what it lacks."""
        self._ready.set()
        self.ask_again()

    def ask_again(self, pause: float = 0) -> None:
        """Follows the subject from where the page stands, after a pause in seconds."""
        if self._asking:
            self._asking.cancel()
        self._asking = asyncio.create_task(self._follow(pause))

    def router_data(self) -> dict[str, Any]:
        """The page's address, as it goes with each event."""
        return {"pathname": "/", "asPath": "/"}

    async def _follow(self, pause: float) -> None:
        await asyncio.sleep(pause)
        if self.subject:
            bookmark, streams = self.store.has()
            what = (self.subject, bookmark, streams, self.store.begin())
            await self.call(self._follow_handler, **dict(zip(_parameters(self._follow_handler), what, strict=True)))

    async def _live(self) -> None:
        failures = 0
        while not self._is_closing:
            lost = asyncio.Event()
            self._socket = socket = self._new_socket(lost)
            try:
                await self._connect(socket)
                failures = 0
                await lost.wait()  # the client's own `wait` takes a second longer, and a page tries again at once
            except (SocketIOError, OSError, aiohttp.ClientError, TimeoutError):
                failures += 1
            finally:
                self._is_lost()
                with contextlib.suppress(Exception):
                    await socket.disconnect()
            await asyncio.sleep(min(LONGEST_BACKOFF, 0.2 * failures))

    async def _connect(self, socket: socketio.AsyncClient) -> None:
        await socket.connect(
            f"http://127.0.0.1:{self.port}?token={self.token}&{VERSION_PARAMETER}={VERSION}",
            auth={_AUTH: self._event(_HYDRATE_AND_LOAD, {})} if _AUTH else None,
            transports=["websocket"],
            namespaces=[NAMESPACE],
            socketio_path=NAMESPACE,
            wait_timeout=10,
        )
        self.connections += 1
        self.is_connected = True
        if not _AUTH:
            for name in _HYDRATE_FIRST:
                await self.emit(name, {})

    def _new_socket(self, lost: asyncio.Event) -> socketio.AsyncClient:
        socket = socketio.AsyncClient(reconnection=False, http_session=self._http, websocket_extra_options=_OPTIONS)
        socket.on("event", self._update, namespace=NAMESPACE)
        socket.on(EVENT, self._take_delta, namespace=NAMESPACE)
        socket.on("new_token", self._take_token, namespace=NAMESPACE)
        socket.on("disconnect", partial(self._lose, lost), namespace=NAMESPACE)
        return socket

    async def _lose(self, lost: asyncio.Event, *_: object) -> None:
        self._is_lost()
        lost.set()

    def _is_lost(self) -> None:
        self.is_connected = False
        self._ready.clear()

    async def _take_token(self, token: str) -> None:
        self.token = token

    async def _take_delta(self, *delta: Any) -> None:
        self.store.apply(delta)
        self._on_delta(self.store)
        if self.store.has_gap:
            self.ask_again(GAP_PAUSE)

    async def _update(self, update: Mapping[str, Any]) -> None:
        self.updated(update.get("delta") or {})

    def _event(self, name: str, payload: Mapping[str, Any]) -> dict[str, Any]:
        return {"name": name, "payload": dict(payload), "router_data": self.router_data()}


def _parameters(handler: Any) -> list[str]:
    """The names of an event handler's first four parameters: a page calls it by them, in their order."""
    return list(inspect.signature(handler.fn).parameters)[1:5]


# Since Reflex 0.10 a page asks to be hydrated in the packet by which it connects.
_AUTH: str | None = getattr(CompileVars, "CONNECT_AUTH_EVENT", None)
_HYDRATE_AND_LOAD = f"{State.get_full_name()}.{getattr(CompileVars, 'HYDRATE_AND_LOAD', CompileVars.HYDRATE)}"
_HYDRATE_FIRST = (
    f"{State.get_full_name()}.{CompileVars.HYDRATE}",
    f"{OnLoadInternalState.get_full_name()}.on_load_internal",
)
_OPTIONS = {"max_msg_size": 0}
