"""How many answers at 50 tokens a second one worker on one core writes, each with a viewer of its own."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import aiohttp

from bench.figures import median_of, spread
from bench.question import Question
from bench.servers import Scripted, Usage, person, provider, worker
from bench.viewer import Received, Viewer
from tests.support.site import Server

RATE = 50
WINDOW = 6.0
"""Seconds that are measured at a time, after all answers have begun."""
ROUNDS = 3
LEVELS = (25, 50, 75, 100, 125, 150, 200, 250)
QUICK = (25,)
LATEST = 250.0
"""Milliseconds for the 99th percentile, beyond which a level isn't carried any more."""
TOGETHER = 10


async def measure(folder: Path, *, is_quick: bool) -> list[dict[str, Any]]:
    """Level after level, each on a new worker, until one isn't carried."""
    levels: list[dict[str, Any]] = []
    for answers in QUICK if is_quick else LEVELS:
        async with provider() as scripted, worker(folder / f"answers-{answers}", scripted, core=0) as server:
            levels.append(await level([server], scripted, answers, rounds=1 if is_quick else ROUNDS))
        if levels[-1]["latency_ms"]["p99"] > LATEST:
            break
    return levels


async def level(servers: list[Server], scripted: Scripted, answers: int, *, rounds: int = 1) -> dict[str, Any]:
    """Measures this many answers on these workers, each with a viewer on its own worker: the medians of some time
    windows."""
    async with AsyncExitStack() as stack:
        https = [await stack.enter_async_context(person(server)) for server in servers]
        viewers = await watched(stack, servers, https, len(servers))
        await asyncio.gather(*(viewer.reads() for viewer in viewers))  # LiteLLM is in memory now
        before = [Usage.of(server) for server in servers]
        viewers += await watched(stack, servers, https, answers - len(servers))
        await asyncio.sleep(2)
        figures = await windows(servers, viewers, rounds)
        grown = sum(Usage.of(server).resident_bytes for server in servers) - sum(each.resident_bytes for each in before)
        await scripted.end_answers()
        return {
            "answers": answers,
            **figures,
            "kilobytes_per_answer_and_viewer": round(grown / (answers - len(servers)) / 1000),
        }


async def watched(
    stack: AsyncExitStack, servers: Sequence[Server], https: Sequence[aiohttp.ClientSession], answers: int
) -> list[Viewer]:
    """Asks for that many answers that outlast every benchmark, and follows each."""
    viewers: list[Viewer] = []
    for at in range(0, answers, TOGETHER):
        places = [number % len(servers) for number in range(at, min(at + TOGETHER, answers))]
        viewers += await asyncio.gather(*(_ask(stack, servers[place], https[place]) for place in places))
    return viewers


async def _ask(stack: AsyncExitStack, server: Server, http: aiohttp.ClientSession) -> Viewer:
    viewer = await stack.enter_async_context(Viewer(server.url, http))
    await viewer.ask(Question(100_000, RATE))
    return viewer


async def windows(servers: list[Server], viewers: list[Viewer], rounds: int) -> dict[str, Any]:
    """One after another: their medians, and from where to where the latest percent lies."""
    all_of_them = [await window(servers, viewers) for _ in range(rounds)]
    latest = [each["latency_ms"]["p99"] for each in all_of_them]
    return {**median_of(all_of_them), "p99_from_to": f"{min(latest)} to {max(latest)}"}


async def window(servers: list[Server], viewers: list[Viewer]) -> dict[str, Any]:
    """Measures for some seconds what the viewers get, and what that costs."""
    clock = asyncio.get_running_loop().time
    for viewer in viewers:
        viewer.received = Received()
    began, before = clock(), [Usage.of(server) for server in servers]
    await asyncio.sleep(WINDOW)
    took, after = clock() - began, [Usage.of(server) for server in servers]
    cpu = sum(b.cpu_seconds for b in after) - sum(b.cpu_seconds for b in before)
    latencies = [latency for viewer in viewers for latency in viewer.received.latencies]
    return {
        "tokens_a_second": round(len(latencies) / took),
        "latency_ms": spread(latencies),
        "deltas_a_second_and_viewer": round(sum(v.received.deltas for v in viewers) / took / len(viewers), 1),
        "bytes_a_second_and_viewer": round(sum(v.received.size for v in viewers) / took / len(viewers)),
        "core": round(cpu / took, 2),
        "cpu_ms_per_1000_tokens": round(cpu / max(1, len(latencies)) * 1e6),
    }
