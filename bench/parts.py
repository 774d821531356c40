"""Where a worker's processor time goes: its stacks, looked at a hundred times a second by py-spy, by part of the app.

Only the thread counts that has the interpreter's lock, and of its stack the innermost frame that belongs to a part.
py-spy needs the right to look into another process; without it (on most desktops, unless one is root) this says so.
"""

import asyncio
import sys
from collections import Counter
from collections.abc import Iterable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from bench.audience import join
from bench.capacity import watched
from bench.servers import Usage, person, provider, worker
from bench.viewer import Received, Viewer
from tests.exactness.backend import server_process

ANSWERS, MANY_ANSWERS, VIEWERS = 20, 100, 150
SECONDS, QUICK_SECONDS = 12, 3
RATE = 100
PARTS: dict[str, tuple[str, ...]] = {
    "provider client": ("/chat_stream/llm/", "/httpx/", "/httpcore/", "/h11/", "/anyio/", "/openai/", "/litellm/"),
    "generation": ("/chat_stream/generation/", "/chat_stream/operations/observed"),
    "journal and other statements": (
        *("/chat_stream/streaming/journal", "/chat_stream/streaming/commit", "/chat_stream/streaming/writer"),
        *("/chat_stream/streaming/asked", "/chat_stream/database/", "/sqlalchemy/", "/aiosqlite/"),
    ),
    "hub, live copies, follows": ("/chat_stream/streaming/", "/chat_stream/operations/"),
    "Reflex and object deltas": ("/chat_stream/state/", "/reflex_object_deltas/", "/reflex/", "/reflex_base/"),
    "socket": ("/socketio/", "/engineio/", "/granian/"),
}
REST = "event loop and the rest"


async def measure(folder: Path, *, is_quick: bool) -> list[dict[str, Any]]:
    """Few answers and many at 50 tokens a second, each with a viewer; and one answer with many."""
    seconds = QUICK_SECONDS if is_quick else SECONDS
    loads = {"answers": (ANSWERS, 1), "many_answers": (MANY_ANSWERS, 1), "viewers": (1, VIEWERS)}
    looked_at = {name: await _look(folder / name, *load, seconds) for name, load in loads.items()}
    return [
        {"part": name, **{load: rows[at] for load, rows in looked_at.items()}}
        for at, name in enumerate((*PARTS, REST, "all"))
    ]


async def _look(folder: Path, answers: int, viewers_each: int, seconds: int) -> list[dict[str, Any]]:
    async with AsyncExitStack() as stack:
        scripted = await stack.enter_async_context(provider())
        server = await stack.enter_async_context(worker(folder, scripted, core=0))
        http = await stack.enter_async_context(person(server))
        viewers = await watched(stack, [server], [http], answers)
        await join(stack, server, http, viewers, answers * viewers_each)
        await asyncio.sleep(2)
        before = _begin(viewers, Usage.of(server))
        stacks = await _stacks(server_process(server), seconds, folder / "stacks")
        used = Usage.of(server).cpu_seconds - before
        tokens = sum(len(viewer.received.latencies) for viewer in viewers)
        await scripted.end_answers()
    return _figures(_by_part(stacks), used / max(1, tokens) * 1e6)


def _begin(viewers: Iterable[Viewer], usage: Usage) -> float:
    for viewer in viewers:
        viewer.received = Received()
    return usage.cpu_seconds


async def _stacks(process: int, seconds: int, path: Path) -> list[str]:
    spy = str(Path(sys.executable).with_name("py-spy"))
    options = ["--rate", str(RATE), "--duration", str(seconds), "--format", "raw", "--full-filenames", "--gil"]
    looking = await asyncio.create_subprocess_exec(
        *(spy, "record", "--pid", str(process), *options, "--output", str(path)),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    _, said = await looking.communicate()
    if looking.returncode:
        raise RuntimeError(f"py-spy can't look into the worker: {said.decode().strip()}")
    return (await asyncio.to_thread(path.read_text)).splitlines()


def _by_part(stacks: Iterable[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for line in stacks:
        stack, _, count = line.rpartition(" ")
        counts[_part(stack.split(";"))] += int(count)
    return counts


def _part(frames: list[str]) -> str:
    for frame in reversed(frames):
        for name, paths in PARTS.items():
            if any(path in frame for path in paths):
                return name
    return REST


def _figures(counts: Counter[str], cpu: float) -> list[dict[str, Any]]:
    """Milliseconds of the whole process, by the shares of the samples in which something ran."""
    total = max(1, counts.total())
    shares = [*(counts[name] / total for name in (*PARTS, REST)), 1.0]
    return [{"share": round(share, 2), "cpu_ms_per_1000_tokens": round(share * cpu, 1)} for share in shares]
