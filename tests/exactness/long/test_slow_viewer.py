"""One viewer reads a thousand bytes a second beside ten fast ones: it is exact in the end, and holds up nobody."""

import asyncio
import statistics
import time
from pathlib import Path

import pytest

from tests.exactness.audience import Audience, answer_on, audience_of
from tests.exactness.backend import server_process
from tests.exactness.venue import Venue
from tests.support.eventually import eventually
from tests.support.page_store import PageStore
from tests.support.provider import Call, Finish

pytestmark = pytest.mark.slow

FAST = 10
TOKENS, RATE = 800, 100
SLOW = 1_000
"""Bytes a second; the answer is about six thousand characters and the page's state comes first."""
ROUNDS = 5
"""Answers without the slow viewer, and as many beside it, in turn."""
GROWTH = 60.0
"""Megabytes by which the server may grow meanwhile."""


@pytest.mark.timeout(600)
async def test_a_slow_viewer_is_exact_in_the_end_and_holds_up_nobody(venue: Venue):
    venue.provider.always(venue.provider.tokens(TOKENS, RATE), Finish())
    await _median_latency(venue, has_slow_viewer=True)  # the first answer loads LiteLLM
    before = _megabytes(venue)
    turns = (False, True) * ROUNDS
    medians = [(await _median_latency(venue, has_slow_viewer=slow), slow) for slow in turns]
    growth = _megabytes(venue) - before
    for slow, name in ((False, "without"), (True, "beside")):
        of_kind = [median * 1000 for median, had in medians if had is slow]
        figures = ", ".join(f"{median:.0f} ms" for median in of_kind)
        print(f"{FAST} fast viewers {name} a slow one: {statistics.median(of_kind):.0f} ms, of {figures}")  # noqa: T201
    print(f"the server grew by {growth:.1f} MB")  # noqa: T201
    assert growth < GROWTH


async def _median_latency(venue: Venue, *, has_slow_viewer: bool) -> float:
    """Seconds from the provider's writing of a piece until a fast viewer has it, the median over all."""
    async with audience_of(venue) as audience:
        asking = asyncio.create_task(venue.provider.next_call())
        await audience.ask("Talk.")
        call = await asking
        proxy = await audience.proxy()
        slow = await audience.page(proxy.port) if has_slow_viewer else None
        proxy.limit(SLOW)
        arrivals = await _fast_viewers(audience)
        await call.ended.wait()
        pages = [audience.asker, *([slow] if slow else [])]
        await eventually(lambda: all(answer_on(page.store).status == "completed" for page in pages), within=60)
        assert {answer_on(page.store).text for page in pages} == {call.text}
        return statistics.median(_latencies(call, arrivals))


async def _fast_viewers(audience: Audience) -> list[list[tuple[float, int]]]:
    arrivals: list[list[tuple[float, int]]] = []
    for _ in range(FAST):
        seen: list[tuple[float, int]] = []
        arrivals.append(seen)
        await audience.page(on_delta=lambda store, seen=seen: _note(store, seen))
    return arrivals


def _note(store: PageStore, seen: list[tuple[float, int]]) -> None:
    seen.append((time.time(), len(answer_on(store).text)))


def _latencies(call: Call, arrivals: list[list[tuple[float, int]]]) -> list[float]:
    """Of pieces sent after the viewer's first look: what came before is history."""
    latencies: list[float] = []
    for seen in arrivals:
        looks = iter(seen[1:])
        arrived, end = next(looks, (0.0, 0))
        for sent, position in call.sent_at:
            while end < position and (look := next(looks, None)):
                arrived, end = look
            if end >= position and seen and sent > seen[0][0]:
                latencies.append(arrived - sent)
    return latencies


def _megabytes(venue: Venue) -> float:
    status = Path(f"/proc/{server_process(venue.server)}/status").read_text()
    [line] = [line for line in status.splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024
