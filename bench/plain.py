"""Plain Reflex beside chat_stream: the same text in a state var, sent whole at each token, or twenty times a second."""

import asyncio
import json
import uuid
from collections.abc import Mapping
from typing import Any

import aiohttp
from reflex.state import State
from reflex_base.constants import CompileVars

from bench.plain_state import PlainState
from bench.question import Question
from bench.viewer import HYDRATED, NAMESPACE

APP = "bench.plain_app:app"
WAYS = {"each token": 0.0, "20 Hz": 1 / 20}
"""The ways in which a plain app may send text, with the seconds between two of its deltas."""
MOST = 60_000_000
"""Bytes after which nobody needs to see more of it."""
_HYDRATE = f"{State.get_full_name()}.{CompileVars.HYDRATE_AND_LOAD}"
_OVER = b'"is_over_rx_state_":true'


async def compared(url: str, question: Question) -> dict[str, Any]:
    """Measures what each way sends on a websocket of its own for this answer. A way that sends too much is stopped."""
    counted = await asyncio.gather(*(_counted(url, question, pause) for pause in WAYS.values()))
    return dict(zip(WAYS, counted, strict=True))


async def _counted(url: str, question: Question, pause: float) -> dict[str, Any]:
    address = f"{url}{NAMESPACE}/?EIO=4&transport=websocket&token={uuid.uuid4()}"
    async with aiohttp.ClientSession() as http, http.ws_connect(address, origin=url, max_msg_size=0) as socket:
        asked = {"tokens": question.tokens, "rate": question.rate, "pause": pause}
        size = frames = 0
        async for message in socket:
            frame = message.data.encode()
            if frame == b"2":
                await socket.send_str("3")
            elif frame.startswith(b"0"):
                auth = {CompileVars.CONNECT_AUTH_EVENT: _event(_HYDRATE, {})}
                await socket.send_str(f"40{NAMESPACE},{json.dumps(auth)}")
            elif HYDRATED in frame:
                event = _event(f"{PlainState.get_full_name()}.answer", asked)
                await socket.send_str(f"42{NAMESPACE},{json.dumps(['event', event])}")
            elif b'"text_rx_state_"' in frame and PlainState.get_name().encode() in frame:
                size, frames = size + len(frame), frames + 1
                if _OVER in frame or size > MOST:
                    break
    times = f"{size / 1e6:.1f} MB, {size / question.size:,.0f} times the text"
    said = f"more than {MOST / 1e6:.0f} MB" if size > MOST else times
    return {"bytes": size, "frames": frames, "said": said}


def _event(name: str, payload: Mapping[str, Any]) -> dict[str, Any]:
    return {"name": name, "payload": payload, "router_data": {"pathname": "/", "asPath": "/"}}
