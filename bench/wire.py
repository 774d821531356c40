"""What an answer puts on a viewer's websocket: payload bytes of the frames that carry it."""

import time
from pathlib import Path
from typing import Any

from bench.compression import compressed
from bench.question import MARKDOWN, WORDS, Question
from bench.servers import Scripted, person, provider, worker
from bench.viewer import Received, Viewer

RUNS = (
    ("plain, 1,000 tokens at 100/s", Question(1_000, 100, WORDS)),
    ("plain, 3,000 tokens at 100/s", Question(3_000, 100, WORDS)),
    ("plain, 3,000 tokens at 400/s", Question(3_000, 400, WORDS)),
    ("plain, 10,000 tokens at 400/s", Question(10_000, 400, WORDS)),
    ("Markdown, 3,000 tokens at 300/s", Question(3_000, 300, MARKDOWN)),
)
QUICK = RUNS[2:3]


async def measure(folder: Path, *, is_quick: bool) -> list[dict[str, Any]]:
    """One answer after another, each in a chat of its own."""
    async with provider() as scripted, worker(folder / "wire", scripted, core=0) as server, person(server) as http:
        figures: list[dict[str, Any]] = []
        for name, question in QUICK if is_quick else RUNS:
            async with Viewer(server.url, http) as viewer:
                viewer.received = Received(keeps_frames=True)
                began = time.monotonic()
                await viewer.ask(question)
                await viewer.is_over.wait()
                seconds = time.monotonic() - began
                figures.append({"answer": name, **await _figures(scripted, question, viewer.received, seconds)})
        return figures


async def _figures(scripted: Scripted, question: Question, received: Received, seconds: float) -> dict[str, Any]:
    size = question.size
    raw = (await scripted.end_answers())[-1]
    return {
        "text_bytes": size,
        "frames": received.deltas,
        "bytes_per_byte": round(received.size / size, 2),
        "envelope_bytes_per_delta": round((received.delta_size - size) / received.deltas, 1),
        "deltas_a_second": round(received.deltas / seconds, 1),
        "share_of_raw_stream": round(received.size / raw, 3),
        "tcp_bytes_per_byte": compressed(received.frames, size),
    }
