"""The capacity of two workers compared to one, on the same PostgreSQL and Redis, in one run.

The machine that measures has no core left for a second worker. So each worker gets the same share of the processor,
alone or beside the other, and what is left is for the load, PostgreSQL and Redis.
"""

import asyncio
import os
import time
from contextlib import AsyncExitStack
from itertools import chain, repeat
from pathlib import Path
from typing import Any

from bench.capacity import LATEST, watched, windows
from bench.servers import Scripted, Usage, on_cores, person, provider, stores, worker
from bench.share import share_of_a_core
from bench.viewer import Viewer
from tests.support.site import Server

SHARE = 0.4
"""Of a core, for each worker."""
FIRST, STEP = 18, 6
"""Answers of each worker that are begun first, and then at a time."""
SETTLED = 3.0
WINDOWS = 4
ROUNDS = 2


async def measure(folder: Path, *, is_quick: bool) -> list[dict[str, Any]]:
    """Rounds of one worker beside one that watches nothing, and of two."""
    return [
        {"round": number, **await _round(folder / f"workers-{number}")} for number in range(1 if is_quick else ROUNDS)
    ]


async def _round(folder: Path) -> dict[str, Any]:
    async with AsyncExitStack() as stack:
        stack.enter_context(on_cores(range(os.cpu_count() or 1)))
        scripted = await stack.enter_async_context(provider())
        settings = await stack.enter_async_context(stores())
        servers = [
            await stack.enter_async_context(worker(folder / name, scripted, None, environment=settings))
            for name in ("one", "two")
        ]
        await _answered(servers, scripted)
        for server in servers:
            stack.enter_context(share_of_a_core(server, SHARE))
        began, before = time.monotonic(), Usage.of(servers[1]).cpu_seconds
        one = await _carried(servers[:1], scripted)
        idle = (Usage.of(servers[1]).cpu_seconds - before) / (time.monotonic() - began)
        two = await _carried(servers, scripted)
    times = two["carried"] / one["carried"]
    return {"one": one, "two": two, "times_as_much_on_two": round(times, 2), "idle_core": round(idle, 3)}


async def _answered(servers: list[Server], scripted: Scripted) -> None:
    """LiteLLM is in the workers' memory then, before they have less of the processor."""
    async with AsyncExitStack() as stack:
        https = [await stack.enter_async_context(person(server)) for server in servers]
        for viewer in await watched(stack, servers, https, len(servers)):
            await viewer.reads()
        await scripted.end_answers()


async def _carried(servers: list[Server], scripted: Scripted) -> dict[str, Any]:
    """More and more answers, each watched where it is written, until the 99th percentile is too late: how many were
    carried then, between the last two numbers by a straight line, and the figures of the last that were."""
    async with AsyncExitStack() as stack:
        https = [await stack.enter_async_context(person(server)) for server in servers]
        viewers: list[Viewer] = []
        levels: list[dict[str, Any]] = [{"answers": 0, "latency_ms": {"p99": 0.0}}]
        for more in chain([FIRST], repeat(STEP)):
            viewers += await watched(stack, servers, https, more * len(servers))
            await asyncio.sleep(SETTLED)
            levels.append({"answers": len(viewers), **await windows(servers, viewers, WINDOWS)})
            if levels[-1]["latency_ms"]["p99"] > LATEST:
                break
        await scripted.end_answers()
    return {**levels[-2], "carried": _crossing(*levels[-2:])}


def _crossing(before: dict[str, Any], after: dict[str, Any]) -> float:
    """At how many answers a straight line between the two reaches what is too late."""
    early, late = before["latency_ms"]["p99"], after["latency_ms"]["p99"]
    step = after["answers"] - before["answers"]
    return round(before["answers"] + step * (LATEST - early) / (late - early), 1)
