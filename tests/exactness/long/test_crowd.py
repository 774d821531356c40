"""Two hundred viewers lose their connection at the same time, while an answer streams: all are exact again."""

import os
import time

import pytest

from tests.exactness.audience import Audience, answer_on, audience_of
from tests.exactness.venue import Venue
from tests.support.eventually import comes_true, eventually
from tests.support.provider import Finish
from tests.support.socket_page import SocketPage

pytestmark = pytest.mark.slow

VIEWERS = int(os.environ.get("EXACTNESS_CROWD", "200"))
LONGEST = 60.0
"""Seconds, with the viewers on the same two busy cores as the server; the goal is 5."""
ARRIVING_TOGETHER = 20


@pytest.mark.timeout(300)
async def test_a_crowd_that_is_dropped_in_mid_stream_is_exact_again(venue: Venue):
    venue.provider.always(venue.provider.tokens(9000, 100), Finish())
    async with audience_of(venue) as audience:
        await audience.ask("Talk to all.")
        proxy = await audience.proxy()
        pages = [page for _ in range(0, VIEWERS, ARRIVING_TOGETHER) for page in await _arrivals(audience, proxy.port)]
        call = venue.provider.calls[-1]
        proxy.cut()
        said = len(call.text)
        began = time.monotonic()
        is_exact = await comes_true(lambda: all(_has(page, said) for page in pages), within=LONGEST)
        took = time.monotonic() - began
        print(f"{VIEWERS} viewers had all of the text up to the cut again after {took:.1f} s")  # noqa: T201
        assert is_exact
        assert all(page.connections == 2 for page in pages)
        [message_id] = [id for id, shown in audience.asker.store.shown().items() if shown.role == "assistant"]
        await audience.asker.call("stop", message_id=message_id)
        await eventually(lambda: {answer_on(page.store).status for page in pages} == {"stopped"}, within=60)
        assert len({answer_on(page.store).text for page in pages}) == 1
        assert call.text.startswith(answer_on(pages[0].store).text)


async def _arrivals(audience: Audience, port: int) -> list[SocketPage]:
    pages = [await audience.page(port) for _ in range(ARRIVING_TOGETHER)]
    await eventually(lambda: all(answer_on(page.store).text for page in pages), within=60)
    return pages


def _has(page: SocketPage, length: int) -> bool:
    return page.is_connected and page.connections > 1 and len(answer_on(page.store).text) >= length
