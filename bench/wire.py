"""The size of an answer on a viewer's websocket: payload bytes of the frames that carry it."""

import time
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

from bench import plain
from bench.compression import compressed
from bench.question import MARKDOWN, THOUGHTS, WORDS, Question
from bench.servers import Scripted, person, provider, worker
from bench.viewer import Received, Viewer

AMOUNTS = ((1_000, 50), (1_000, 100), (1_000, 400), (3_000, 50), (3_000, 100), (3_000, 400), (10_000, 400))
RUNS = (
    *((f"plain, {tokens:,} tokens at {rate}/s", Question(tokens, rate, WORDS)) for tokens, rate in AMOUNTS),
    ("half of it reasoning, 3,000 tokens at 100/s", Question(3_000, 100, THOUGHTS)),
    ("Markdown, 3,000 tokens at 300/s", Question(3_000, 300, MARKDOWN)),
)
QUICK = (("plain, 3,000 tokens at 400/s", Question(3_000, 400, WORDS)),)


async def measure(folder: Path, *, is_quick: bool) -> list[dict[str, Any]]:
    """One answer after another, each in a chat of its own; and the plain ones on plain Reflex, on the same core."""
    async with AsyncExitStack() as stack:
        scripted = await stack.enter_async_context(provider())
        server = await stack.enter_async_context(worker(folder / "wire", scripted, core=0))
        http = await stack.enter_async_context(person(server))
        beside = "" if is_quick else await stack.enter_async_context(_plain_reflex(folder / "plain", scripted))
        figures: list[dict[str, Any]] = []
        for name, question in QUICK if is_quick else RUNS:
            async with Viewer(server.url, http) as viewer:
                viewer.received = Received(keeps_frames=True)
                began = time.monotonic()
                await viewer.ask(question)
                await viewer.is_over.wait()
                seconds = time.monotonic() - began
                row = {"answer": name, **await _figures(scripted, question, viewer.received, seconds)}
            if beside and question.text == WORDS:
                row["plain"] = await plain.compared(beside, question)
            figures.append(row)
        return figures


@asynccontextmanager
async def _plain_reflex(folder: Path, scripted: Scripted) -> AsyncGenerator[str]:
    async with worker(folder, scripted, core=0, app=plain.APP) as server:
        yield server.url


async def _figures(scripted: Scripted, question: Question, received: Received, seconds: float) -> dict[str, Any]:
    size = question.size
    raw = (await scripted.end_answers())[-1]
    return {
        "text_bytes": size,
        "bytes": received.size,
        "frames": received.deltas,
        "bytes_per_byte": round(received.size / size, 2),
        "envelope_bytes_per_delta": round((received.delta_size - size) / received.deltas, 1),
        "deltas_a_second": round(received.deltas / seconds, 1),
        "share_of_raw_stream": round(received.size / raw, 3),
        "tcp_bytes_per_byte": compressed(received.frames, size),
    }
