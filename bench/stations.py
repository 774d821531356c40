"""How old a token is at each station of its way, from the provider's byte to the viewer's socket."""

import asyncio
import json
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from bench.capacity import watched
from bench.figures import spread
from bench.question import Question
from bench.servers import person, provider, worker
from bench.viewer import Received, Viewer

APP = "bench.stations_app:app"
SECONDS, QUICK_SECONDS = 10, 3
ANSWERS, QUICK_ANSWERS = (1, 20, 50), (1,)
RATE = 50
FIRST = Question(50, 100)
"""The answer before, which has LiteLLM imported."""


async def measure(folder: Path, *, is_quick: bool) -> list[dict[str, Any]]:
    """One row for each station and number of answers; latencies are from the provider's byte on."""
    rows: list[dict[str, Any]] = []
    for answers in QUICK_ANSWERS if is_quick else ANSWERS:
        rows += await _stations(folder / str(answers), answers, QUICK_SECONDS if is_quick else SECONDS)
    return rows


async def _stations(folder: Path, answers: int, seconds: int) -> list[dict[str, Any]]:
    kept = {"BENCH_STATIONS": str(folder), "BENCH_STATIONS_KEPT": str(answers * RATE * seconds)}
    async with AsyncExitStack() as stack:
        scripted = await stack.enter_async_context(provider())
        server = await stack.enter_async_context(worker(folder, scripted, core=0, environment=kept, app=APP))
        http = await stack.enter_async_context(person(server))
        async with Viewer(server.url, http) as viewer:
            await viewer.ask(FIRST)
            await viewer.is_over.wait()
        viewers = await watched(stack, [server], [http], answers)
        await asyncio.sleep(2)
        for viewer in viewers:
            viewer.received = Received()
        await asyncio.sleep(seconds)
        latencies = [latency for viewer in viewers for latency in viewer.received.latencies]
        stations: dict[str, Any] = json.loads((folder / "stations.json").read_text())
    stations["in the viewer's hands"] = spread(latencies)
    earlier = 0.0
    rows: list[dict[str, Any]] = []
    for station, ages in stations.items():
        rows.append({"answers": answers, "station": station, **ages, "on_the_way_ms": round(ages["p50"] - earlier, 1)})
        earlier = ages["p50"]
    return rows
