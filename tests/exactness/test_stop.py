"""Stop: the answer is shown as stopped at once, and the provider's connection is closed."""

import asyncio
import statistics
import time

from tests.exactness.audience import answer_on, audience_of
from tests.exactness.venue import Venue
from tests.support.eventually import eventually
from tests.support.provider import Finish

TIMES = 5
LONGEST = 2.0
"""Seconds on a machine that does other things too; the goal is 0.3."""


async def test_stop_is_shown_at_once_and_closes_the_connection_to_the_provider(venue: Venue):
    venue.provider.always(venue.provider.tokens_until(asyncio.Event()), Finish())
    shown = [await _stop_once(venue) for _ in range(TIMES)]
    print(f"Stop was shown after {', '.join(f'{took * 1000:.0f} ms' for took in shown)}")  # noqa: T201
    assert statistics.median(shown) < LONGEST


async def _stop_once(venue: Venue) -> float:
    async with audience_of(venue) as audience:
        store = audience.asker.store
        await audience.ask("Talk.")
        await eventually(lambda: len(answer_on(store).text) > 50)
        [message_id] = [id for id, shown in store.shown().items() if shown.role == "assistant"]
        began = time.monotonic()
        await audience.asker.call("stop", message_id=message_id)
        await eventually(lambda: answer_on(store).status == "stopped")
        took = time.monotonic() - began
        call = venue.provider.calls[-1]
        await eventually(lambda: call.closed_by_client)
        assert call.text.startswith(answer_on(store).text)
        return took
