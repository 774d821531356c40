"""Runs one after the other, in this process, with one server for all that need one."""

import asyncio
import logging
import os
import tempfile
from collections.abc import AsyncGenerator, Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import structlog
from playwright.async_api import async_playwright

from tests.exactness.backend import settings_for
from tests.exactness.cluster import cluster_in
from tests.exactness.plan import Kind, plan_of
from tests.exactness.report import line_of, line_of_a_broken_run
from tests.exactness.run_inside import Template, run_inside
from tests.exactness.run_outside import run_outside
from tests.exactness.venue import Venue, venue_in
from tests.support.provider import ScriptedProvider
from tests.support.site import Site

Tell = Callable[[dict[str, Any]], object]
Seeds = Sequence[tuple[int, Kind]]


def run_all(seeds: Seeds, tell: Tell) -> None:
    """Tells of each run as soon as it is over."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    with tempfile.TemporaryDirectory(prefix="exactness-") as name:
        folder = Path(name)
        _run_inside_ones([seed for seed, kind in seeds if kind is Kind.IN_PROCESS], folder, tell)
        for kind in (Kind.SOCKETS, Kind.TABS, Kind.CLUSTER):
            if of_kind := [run for run in seeds if run[1] is kind]:
                place = folder / kind
                place.mkdir()
                asyncio.run(_run_outside_ones(of_kind, place, tell))


def _run_inside_ones(seeds: Iterable[int], folder: Path, tell: Tell) -> None:
    template: Template | None = None
    for seed in seeds:
        template = template or asyncio.run(Template.made(folder))
        try:
            tell(line_of(run_inside(plan_of(seed, Kind.IN_PROCESS), template, folder)))
        except Exception as error:  # noqa: BLE001  # the edge of a run
            tell(line_of_a_broken_run(seed, Kind.IN_PROCESS, error))


async def _run_outside_ones(seeds: Seeds, folder: Path, tell: Tell) -> None:
    async with _VENUES[seeds[0][1]](folder) as venue:
        for seed, kind in seeds:
            try:
                tell(line_of(await run_outside(plan_of(seed, kind), venue)))
            except Exception as error:  # noqa: BLE001  # the edge of a run
                tell(line_of_a_broken_run(seed, kind, error))
                for server in venue.servers:
                    await asyncio.to_thread(server.kill)
                    await asyncio.to_thread(server.start)


@asynccontextmanager
async def _venue_with_tabs(folder: Path) -> AsyncGenerator[Venue]:
    """With the page that was built before the lanes began."""
    site = Site.built()
    async with AsyncExitStack() as stack:
        playwright = await stack.enter_async_context(async_playwright())
        options = ["--no-sandbox", "--disable-background-networking"]
        browser = await playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or None, args=options)
        stack.push_async_callback(browser.close)
        server = site.server(folder, **settings_for(ScriptedProvider()))
        yield await stack.enter_async_context(venue_in(folder, server, browser))


_VENUES: dict[Kind, Callable[[Path], AbstractAsyncContextManager[Venue]]] = {
    Kind.SOCKETS: venue_in,
    Kind.TABS: _venue_with_tabs,
    Kind.CLUSTER: cluster_in,
}
