"""Tabs of a worker that dies go on at another, as the same person, on the same chat, under a new name."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from chat_stream.models.attempt import LEASE
from tests.exactness.audience import answer_on
from tests.exactness.backend import sign_up
from tests.exactness.cluster import Cluster, cluster_in
from tests.exactness.ledger import Ledger
from tests.exactness.returning import come_back
from tests.exactness.violations import Findings
from tests.exactness.voice import asked_text
from tests.support.eventually import eventually
from tests.support.provider import Finish
from tests.support.socket_page import SocketPage

pytestmark = pytest.mark.slow

TABS = 6
LARGEST_STATE = 20_000
"""Bytes of what Reflex keeps for one tab."""
ORPHAN = 15.0
"""Seconds from a worker's death until its answers are interrupted; its lease is 8."""


@pytest.fixture
async def cluster(tmp_path: Path) -> AsyncGenerator[Cluster]:
    async with cluster_in(tmp_path) as cluster:
        yield cluster


@pytest.mark.timeout(180)
async def test_tabs_of_a_killed_worker_go_on_at_the_other_with_a_new_token_and_their_chat(cluster: Cluster):
    cluster.provider.always(cluster.provider.tokens(2000, 30), Finish())
    cookie = await sign_up(cluster.http, cluster.front)
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(SocketPage(cluster.front.port, cluster.front.url, cookie))
        chat_id = await first.send("client", asked_text(0))
        pages = [first, *(SocketPage(cluster.front.port, cluster.front.url, cookie, chat_id) for _ in range(TABS))]
        for page in pages[1:]:
            await stack.enter_async_context(page)
        await eventually(lambda: all(len(answer_on(page.store).text) > 20 for page in pages), within=30)
        await _reflex_keeps_little(cluster, answer_on(first.store).text, tabs=len(pages))
        tokens = {id(page): page.token for page in pages}
        ledger, findings = Ledger(cluster.rows(), Findings()), Findings()
        stack.callback(ledger.close)
        ledger.chat_id = chat_id
        await asyncio.to_thread(cluster.servers[0].kill)
        await come_back(pages, ledger, findings)
        assert not findings.violations
        moved = [page for page in pages if page.connections > 1]
        assert 0 < len(moved) < len(pages)
        assert all((page.token != tokens[id(page)]) == (page in moved) for page in pages)
        await _all_see_the_same_end(pages)


async def _reflex_keeps_little(cluster: Cluster, text: str, tabs: int) -> None:
    """Redis holds only the states of tabs: small, and without the text that they show."""
    async with cluster.redis.client() as redis:
        kept = [await redis.get(key) for key in await redis.keys("*state*")]
    assert kept
    assert not any(text[:10].encode() in value for value in kept if value)
    assert sum(len(value) for value in kept if value) < tabs * LARGEST_STATE


async def _all_see_the_same_end(pages: list[SocketPage]) -> None:
    """Of the answer, whichever worker wrote it: it was interrupted with its worker, or is stopped now."""
    message_id = next(id for id, shown in pages[0].store.shown().items() if shown.role == "assistant")
    await pages[0].call("stop", message_id=message_id)
    await eventually(lambda: len({answer_on(page.store) for page in pages}) == 1, within=ORPHAN + LEASE)
    await eventually(lambda: answer_on(pages[0].store).status in ("stopped", "interrupted"), within=ORPHAN)
