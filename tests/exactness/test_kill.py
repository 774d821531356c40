"""`kill -9` at any point of an answer: what was seen is kept, the answer is interrupted at once, Retry works."""

import asyncio
import os
import random
import sqlite3
import time
from contextlib import closing

import pytest

from chat_stream.models.attempt import LEASE
from tests.exactness.audience import answer_on, audience_of
from tests.exactness.texts import normalized
from tests.exactness.venue import Venue
from tests.support.eventually import comes_true, eventually
from tests.support.provider import Finish, Say

POINTS = int(os.environ.get("EXACTNESS_KILLS", "2"))
"""How many points of an answer; 20 in the long form."""
TOKENS, RATE = 600, 200
AT_ONCE = LEASE / 2
"""Seconds from the new server's first answer until the attempt is interrupted: nobody waits for its lease."""
LONGEST_BACKOFF = 10.0
"""Seconds until a viewer knows, who may wait two before it tries to connect again."""


@pytest.mark.timeout(40 + 40 * POINTS)
async def test_after_kill_9_at_random_points_the_text_is_kept_and_retry_works(venue: Venue):
    choose = random.Random(9)
    for point in sorted(choose.uniform(0.02, 0.98) for _ in range(POINTS)):
        await _kill_at(venue, point)


async def _kill_at(venue: Venue, point: float) -> None:
    venue.provider.forget()
    venue.provider.reply(venue.provider.tokens(TOKENS, RATE), Finish())
    venue.provider.reply(Say("Again, whole."), Finish())
    async with audience_of(venue) as audience:
        await audience.ask("Survive.")
        store = audience.asker.store
        await eventually(lambda: bool(venue.provider.calls))
        call = venue.provider.calls[0]
        await comes_true(lambda: len(call.sent_at) >= point * TOKENS and bool(answer_on(store).text), within=30)
        await asyncio.to_thread(venue.server.kill)
        seen = answer_on(store).text
        assert seen
        await asyncio.to_thread(venue.server.start)
        ready = time.monotonic()
        await eventually(lambda: _stored_status(venue) == "interrupted", within=AT_ONCE)
        await eventually(lambda: answer_on(store).status == "interrupted", within=LONGEST_BACKOFF)
        took = time.monotonic() - ready
        kept = answer_on(store).text
        assert kept.startswith(seen)
        assert normalized(call.text).startswith(kept)
        print(f"killed at {point:.0%}: {len(seen)} seen, {len(kept)} kept, shown as interrupted after {took:.2f} s")  # noqa: T201
        [message_id] = [id for id, shown in store.shown().items() if shown.role == "assistant"]
        await audience.asker.call("retry", message_id=message_id)
        await eventually(lambda: answer_on(store).text == "Again, whole." and answer_on(store).status == "completed")


def _stored_status(venue: Venue) -> str:
    with closing(sqlite3.connect(venue.server.folder / "chat_stream.db")) as connection:
        return connection.execute("SELECT status FROM attempts ORDER BY created_at DESC LIMIT 1").fetchone()[0]
