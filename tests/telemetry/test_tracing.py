"""Traces as a collector gets them, and none where they are off."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator

import pytest

from chat_stream.llm import ErrorKind, ProviderError
from chat_stream.telemetry import span, start_tracing, stop_tracing
from chat_stream.texts import Text
from tests.support.collector import Collector
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person
from tests.support.site import PROJECT


@pytest.fixture
async def collector(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Collector]:
    async with Collector() as collector:
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url)
        monkeypatch.setenv("OTEL_BSP_SCHEDULE_DELAY", "50")
        provider = start_tracing()
        yield collector
        await asyncio.to_thread(stop_tracing, provider)


async def test_a_click_leads_to_its_provider_call(collector: Collector, alice: Person, model: ScriptedModel):
    with span("click"):
        await alice.ask("A private question")
    model.say("A private answer")
    model.finish()
    await eventually(lambda: bool(collector.named("provider call") and collector.named("generation")))
    (call,) = collector.named("provider call")
    assert collector.ancestors(call) == ["provider call", "generation", "send", "click"]
    assert call.attributes["model"] == "demo"
    assert collector.services == {"chat_stream"}
    assert "private" not in str(collector.spans)


async def test_a_failed_call_says_of_which_kind_and_not_in_which_words(
    collector: Collector, alice: Person, model: ScriptedModel
):
    model.fail(
        ProviderError(ErrorKind.KEY_REFUSED, Text("failure-unknown-model", provider="OpenAI", model="sk-private"))
    )
    await alice.ask("Hello?")
    await eventually(lambda: bool(collector.named("provider call")))
    (call,) = collector.named("provider call")
    assert call.attributes["error.type"] == "ProviderError"
    assert "sk-private" not in str(collector.spans)


def test_without_the_setting_nothing_is_imported_that_could_send():
    look = "import sys, chat_stream.worker, chat_stream.api; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", look], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert "chat_stream.telemetry.tracing" in done.stdout
    assert "opentelemetry.exporter" not in done.stdout
