"""How many viewers of one answer one worker on one core has, each with a socket of its own."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import aiohttp

from bench.capacity import LATEST, RATE, ROUNDS, TOGETHER, windows
from bench.question import Question
from bench.servers import Usage, person, provider, worker
from bench.viewer import Viewer
from tests.support.site import Server

LEVELS = (50, 100, 150, 200, 300, 400, 600, 1_000)
QUICK = (20,)


async def measure(folder: Path, *, is_quick: bool) -> list[dict[str, Any]]:
    """More and more of them, until the answer comes late."""
    levels: list[dict[str, Any]] = []
    async with AsyncExitStack() as stack:
        scripted = await stack.enter_async_context(provider())
        server = await stack.enter_async_context(worker(folder / "audience", scripted, core=0))
        http = await stack.enter_async_context(person(server))
        viewers = [await stack.enter_async_context(Viewer(server.url, http))]
        await viewers[0].ask(Question(1_000_000, RATE))
        await viewers[0].reads()  # LiteLLM is in memory now
        before = Usage.of(server).resident_bytes
        for amount in QUICK if is_quick else LEVELS:
            await join(stack, server, http, viewers, amount)
            figures = await windows([server], viewers, 1 if is_quick else ROUNDS)
            grown = (Usage.of(server).resident_bytes - before) / amount / 1000
            levels.append({"viewers": amount, **figures, "kilobytes_per_viewer": round(grown)})
            if figures["latency_ms"]["p99"] > LATEST:
                break
    return levels


async def join(
    stack: AsyncExitStack, server: Server, http: aiohttp.ClientSession, viewers: list[Viewer], amount: int
) -> None:
    async def follow() -> Viewer:
        viewer = await stack.enter_async_context(Viewer(server.url, http, viewers[0].chat_id))
        await viewer.follow()
        return viewer

    while len(viewers) < amount:
        viewers += await asyncio.gather(*(follow() for _ in range(min(TOGETHER, amount - len(viewers)))))
    await asyncio.sleep(2)
