"""A trace of a real server, from the click to the provider."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.browser.conftest import serving
from tests.support.collector import Collector
from tests.support.eventually import eventually
from tests.support.provider import Finish, Say, ScriptedProvider
from tests.support.site import Server, Site
from tests.support.visitor import new_visitor


@pytest_asyncio.fixture(loop_scope="session")
async def collector() -> AsyncIterator[Collector]:
    async with Collector() as collector:
        yield collector


@pytest.fixture
def traced_server(site: Site, provider: ScriptedProvider, collector: Collector, tmp_path: Path):
    with serving(site, provider, tmp_path, OTEL_EXPORTER_OTLP_ENDPOINT=collector.url) as server:
        yield server


async def test_one_click_is_one_trace_down_to_the_provider(
    browser: Browser, traced_server: Server, provider: ScriptedProvider, collector: Collector
):
    provider.on("Zimtschnecke", Say("Hefeteig"), Finish())
    visitor = await new_visitor(browser, traced_server.url)
    tab = await visitor.tab()
    await tab.ask("Zimtschnecke?")
    await tab.shows_status("completed")
    await visitor.context.close()
    arrived = ("provider call", "generation", "composer_state.send")
    await eventually(lambda: all(collector.named(name) for name in arrived), within=20)
    (call,) = collector.named("provider call")
    *steps, click = collector.ancestors(call)
    assert steps == ["provider call", "generation", "send"]
    assert click.endswith("composer_state.send")
    said = str(collector.spans)
    assert not any(secret in said for secret in ("Zimtschnecke", "Hefeteig", visitor.email, "sk-scripted"))
