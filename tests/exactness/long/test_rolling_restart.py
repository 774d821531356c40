"""Both workers are restarted, one after the other, while fifty answers are written: all are exact."""

import asyncio
import os
import time
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.exactness.audience import answer_on
from tests.exactness.backend import sign_up
from tests.exactness.cluster import Cluster, cluster_in
from tests.support.eventually import comes_true, eventually
from tests.support.provider import Finish
from tests.support.site import Server
from tests.support.socket_page import SocketPage

pytestmark = pytest.mark.slow

STREAMS = int(os.environ.get("EXACTNESS_STREAMS", "50"))
TOKENS, RATE = 600, 20
WITHIN = float(os.environ.get("EXACTNESS_RETURN", "5"))
"""Seconds in which a tab is connected again, and served."""


@pytest.fixture
async def cluster(tmp_path: Path) -> AsyncGenerator[Cluster]:
    async with cluster_in(tmp_path, CHAT_STREAM_GRACE_SECONDS="60") as cluster:
        yield cluster


@pytest.mark.timeout(400)
async def test_a_rolling_restart_during_fifty_answers_loses_nothing(cluster: Cluster):
    cluster.provider.always(cluster.provider.tokens(TOKENS, RATE), Finish())
    cookie = await sign_up(cluster.http, cluster.front)
    async with AsyncExitStack() as stack:
        pages = [SocketPage(cluster.front.port, cluster.front.url, cookie) for _ in range(STREAMS)]
        for page in pages:
            await stack.enter_async_context(page)
        await asyncio.gather(*(page.send(f"client {number}", f"{number}?") for number, page in enumerate(pages)))
        await eventually(lambda: all(answer_on(page.store).text for page in pages), within=60)
        watching = [asyncio.create_task(_longest_absence(page)) for page in pages]
        for server in cluster.servers:
            await _restart(cluster, server)
        await eventually(lambda: all(answer_on(page.store).status == "completed" for page in pages), within=120)
        for task in watching:
            task.cancel()
        absences = [task.result() for task in (await asyncio.wait(watching))[0]]
        print(f"a tab was away for {max(absences):.1f} s at most")  # noqa: T201
        said = {call.question: call.text for call in cluster.provider.calls}
        assert [answer_on(page.store).text for page in pages] == [said[f"{number}?"] for number in range(STREAMS)]
        assert len(cluster.provider.calls) == STREAMS
        assert max(absences) < WITHIN


async def _restart(cluster: Cluster, server: Server) -> None:
    """Returns when the next one may be restarted: `docs/operating.md` says to wait until this one is ready."""
    await asyncio.to_thread(server.stop)
    await asyncio.to_thread(server.start)
    await eventually(lambda: _is_ready(cluster, server), within=60)


async def _is_ready(cluster: Cluster, server: Server) -> bool:
    async with cluster.http.get(f"{server.url}/health/ready") as answer:
        return answer.status == 200


async def _longest_absence(page: SocketPage) -> float:
    """Until cancelled."""
    longest = 0.0
    try:
        while True:
            await comes_true(lambda: not page.is_served)
            began = time.monotonic()
            await comes_true(lambda: page.is_served)
            longest = max(longest, time.monotonic() - began)
    except asyncio.CancelledError:
        return longest
