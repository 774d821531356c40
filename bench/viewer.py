"""A tab without a browser that costs little: it speaks Reflex's websocket protocol, and counts instead of rendering."""

import asyncio
import contextlib
import json
import re
import time
import uuid
from dataclasses import dataclass, field
from typing import Any, Self

import aiohttp
from reflex.state import State
from reflex_base.constants import CompileVars

from bench.question import STAMP_DIGITS, Question, age
from chat_stream.state import ChatState, ComposerState

NAMESPACE = "/_event"
STAMP = re.compile(rb" (\d{%d})" % STAMP_DIGITS)
DELTA = b'["~",'
HYDRATED = b'"is_hydrated_rx_state_":true'
OVER = b'"assistant","status":"completed"'
_HYDRATE = f"{State.get_full_name()}.{CompileVars.HYDRATE_AND_LOAD}"


@dataclass
class Received:
    """The frames of a socket since it was last cleared. Latencies are in milliseconds; frames are those of the answer,
    if they are kept."""

    keeps_frames: bool = False
    size: int = 0
    deltas: int = 0
    delta_size: int = 0
    latencies: list[float] = field(default_factory=list[float])
    frames: list[bytes] = field(default_factory=list[bytes])


class Viewer:
    """One websocket that asks, and then follows the chat that comes of it, or that is named."""

    def __init__(self, url: str, http: aiohttp.ClientSession, chat_id: str = "") -> None:
        self.chat_id = chat_id
        self.received = Received()
        self.is_over = asyncio.Event()
        self._url, self._http = url, http
        self._hydrated = asyncio.Event()
        self._led = asyncio.Event()
        self._reads = asyncio.Event()
        self._followed = False

    async def __aenter__(self) -> Self:
        address = f"{self._url}{NAMESPACE}/?EIO=4&transport=websocket&token={uuid.uuid4()}"
        self._socket = await self._http.ws_connect(address, headers={"Origin": self._url}, max_msg_size=0)
        self._reading = asyncio.create_task(self._read())
        await asyncio.wait_for(self._hydrated.wait(), 60)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._reading.cancel()
        await asyncio.gather(self._reading, return_exceptions=True)
        with contextlib.suppress(aiohttp.ClientError, OSError):
            await self._socket.close()

    async def ask(self, question: Question) -> None:
        """Asks in a new chat, and follows it."""
        send = {"chat_id": "", "client_id": uuid.uuid4().hex, "text": str(question), "model": "openai/scripted"}
        await self._emit(f"{ComposerState.get_full_name()}.send", send)
        await asyncio.wait_for(self._led.wait(), 60)
        await self.follow()

    async def follow(self) -> None:
        asked: dict[str, Any] = {"chat_id": self.chat_id, "revision": 0, "streams": {}, "run": 1}
        self._followed = True
        await self._emit(f"{ChatState.get_full_name()}.follow", asked)

    async def reads(self) -> None:
        """Returns when the first text has come."""
        await asyncio.wait_for(self._reads.wait(), 60)

    async def _emit(self, name: str, payload: dict[str, Any]) -> None:
        await self._say(["event", self._event(name, payload)])

    async def _say(self, packet: Any) -> None:
        await self._socket.send_str(f"42{NAMESPACE},{json.dumps(packet)}")

    def _event(self, name: str, payload: dict[str, Any]) -> dict[str, Any]:
        path = f"/chat/{self.chat_id}" if self.chat_id else "/"
        router: dict[str, Any] = {"pathname": path, "asPath": path}
        return {"name": name, "payload": payload, "router_data": router}

    async def _read(self) -> None:
        async for message in self._socket:
            if message.type in (aiohttp.WSMsgType.TEXT, aiohttp.WSMsgType.BINARY):
                now = time.monotonic_ns() // 1000
                data = message.data.encode() if isinstance(message.data, str) else message.data
                await self._take(data, now)

    async def _take(self, frame: bytes, now: int) -> None:
        self.received.size += len(frame)
        if DELTA in frame and self._followed:
            self._count(frame, now)
        elif frame == b"2":
            await self._socket.send_str("3")
        elif frame.startswith(b"0"):
            auth = {CompileVars.CONNECT_AUTH_EVENT: self._event(_HYDRATE, {})}
            await self._socket.send_str(f"40{NAMESPACE},{json.dumps(auth)}")
        elif HYDRATED in frame:
            self._hydrated.set()
        elif b'"receipts"' in frame and (led := re.search(rb'"chat_id":"([^"]+)"', frame)):
            self.chat_id = led[1].decode()
            self._led.set()

    def _count(self, frame: bytes, now: int) -> None:
        stamps = STAMP.findall(frame)
        self.received.deltas += 1
        self.received.delta_size += len(frame)
        if self.received.keeps_frames:
            self.received.frames.append(frame)
        self.received.latencies += [age(stamp, now) for stamp in stamps]
        if stamps:
            self._reads.set()
        if OVER in frame:
            self.is_over.set()
