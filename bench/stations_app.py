"""The app as it is, and beside its way a clock at each station: how old the tokens are that pass it.

Only `bench/stations.py` serves it. The stamps in the text say when the provider wrote a token.
"""

import json
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from engineio.async_drivers.asgi import WebSocket  # pyright: ignore[reportMissingTypeStubs]

from bench.figures import spread
from bench.question import age, stamps_in
from chat_stream.chat_stream import app as app
from chat_stream.generation.answer import Answer
from chat_stream.streaming import Journal
from reflex_object_deltas import Outlet

KEPT, FOLDER = int(os.environ["BENCH_STATIONS_KEPT"]), Path(os.environ["BENCH_STATIONS"])
"""How many tokens count, the newest; and where the figures are left, twice a second."""
STATIONS = ("read by the app", "committed", "with the follow", "in the socket's queue", "given to the server")

_ages = {station: deque[float](maxlen=KEPT) for station in STATIONS}


def _passes(station: str, text: str) -> None:
    now = time.monotonic_ns() // 1000
    _ages[station].extend(age(stamp, now) for stamp in stamps_in(text))


def _before(of: type, name: str, look: Callable[..., object]) -> None:
    theirs: Callable[..., Any] = getattr(of, name)

    def looked_at(*arguments: Any) -> Any:
        look(*arguments)
        return theirs(*arguments)

    setattr(of, name, looked_at)


def _operations_pass(station: str, operations: Iterable[Any]) -> None:
    for operation in operations:
        if isinstance(operation[0], int):
            _passes(station, operation[-1])


async def _emit(self: Outlet, operations: Any) -> bool:
    _operations_pass("with the follow", operations)
    is_open = await _their_emit(self, operations)
    _operations_pass("in the socket's queue", operations)
    return is_open


_their_emit, Outlet.emit = Outlet.emit, _emit
_before(Answer, "add", lambda _, chunk: _passes("read by the app", chunk.content))
_before(Journal, "_publish", lambda _, draft: [_passes("committed", delta.text) for delta in draft.deltas])
_before(WebSocket, "send", lambda _, message: _passes("given to the server", message))


def _leave_figures() -> None:
    while True:
        time.sleep(0.5)
        figures = {station: spread(tuple(ages)) for station, ages in _ages.items()}
        (FOLDER / "stations.new").write_text(json.dumps(figures))
        (FOLDER / "stations.new").rename(FOLDER / "stations.json")


threading.Thread(target=_leave_figures, daemon=True).start()
