"""What two workers carry beside one, on the same PostgreSQL and Redis, in one run.

The machine that measures has no core left for a second worker's load. So the same number of answers is given to one
and to two workers, and what it costs them is compared: two carry as much more as a token costs no more on them.
"""

import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from bench.capacity import level
from bench.servers import Usage, provider, stores, worker

ANSWERS = 40
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
        two = await level([first, second], scripted, ANSWERS)
        began, before = time.monotonic(), Usage.of(second).cpu_seconds
        one = await level([first], scripted, ANSWERS)
        idle = (Usage.of(second).cpu_seconds - before) / (time.monotonic() - began)
    times = 2 * one["cpu_ms_per_1000_tokens"] / two["cpu_ms_per_1000_tokens"]
    return {"one": one, "two": two, "times_as_much_on_two": round(times, 2), "idle_core": round(idle, 3)}
