"""What two workers carry beside one, on the same PostgreSQL and Redis, in one run.

The machine that measures has no core left for a second worker's load. So each worker is given the same number of
answers, once alone and once beside the other, and what a token costs is compared: where it costs the same, two carry
twice as much. (The same number for both together would compare a busy worker's ticks, which are longer and so cheaper,
with those of two that have time.)
"""

import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from bench.capacity import level
from bench.servers import Usage, provider, stores, worker

ANSWERS = 20
"""Of each worker."""
ROUNDS = 3


async def measure(folder: Path, *, is_quick: bool) -> list[dict[str, Any]]:
    """Rounds of two workers, and of one beside one that watches nothing."""
    return [
        {"round": number, **await _round(folder / f"workers-{number}")} for number in range(1 if is_quick else ROUNDS)
    ]


async def _round(folder: Path) -> dict[str, Any]:
    async with provider() as scripted, stores() as settings, AsyncExitStack() as stack:
        first = await stack.enter_async_context(worker(folder / "one", scripted, 0, environment=settings))
        second = await stack.enter_async_context(worker(folder / "two", scripted, 0, environment=settings))
        two = await level([first, second], scripted, 2 * ANSWERS)
        began, before = time.monotonic(), Usage.of(second).cpu_seconds
        one = await level([first], scripted, ANSWERS)
        idle = (Usage.of(second).cpu_seconds - before) / (time.monotonic() - began)
    times = 2 * one["cpu_ms_per_1000_tokens"] / two["cpu_ms_per_1000_tokens"]
    return {"one": one, "two": two, "times_as_much_on_two": round(times, 2), "idle_core": round(idle, 3)}
