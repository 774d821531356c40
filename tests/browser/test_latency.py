"""How long a word takes from the provider to the page. Measured and written down, not asserted against a clock."""

import asyncio
import json
import statistics
from pathlib import Path

import pytest

from tests.support.provider import Finish, ScriptedProvider
from tests.support.visitor import Visitor

REPORT = Path("test-results/latency.json")

WATCH = """
() => {
  window.seen = [];
  new MutationObserver(() => {
    const body = [...document.querySelectorAll("[data-role=assistant] [data-message-body]")].at(-1);
    if (body) window.seen.push([Date.now() / 1000, [...body.textContent.replace(/\\s/g, "")].length]);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}
"""


@pytest.mark.slow
@pytest.mark.alone
async def test_the_time_from_the_providers_byte_to_the_page_is_measured(ada: Visitor, provider: ScriptedProvider):
    provider.on("time", provider.tokens(500, 50), Finish())
    tab = await ada.tab()
    await tab.page.evaluate(WATCH)
    await tab.ask("What is the time?")
    await tab.shows_status("completed", within=60)
    call = provider.calls[-1]
    seen = await tab.page.evaluate("window.seen")
    delays = [_first(seen, len("".join(call.text[:end].split()))) - sent for sent, end in call.sent_at]
    REPORT.parent.mkdir(exist_ok=True)
    milliseconds = sorted(delay * 1000 for delay in delays)
    report = {
        "tokens": len(delays),
        "tokens_a_second": 50,
        "median_ms": round(statistics.median(milliseconds), 1),
        "p95_ms": round(milliseconds[int(len(milliseconds) * 0.95)], 1),
        "most_ms": round(milliseconds[-1], 1),
    }
    await asyncio.to_thread(REPORT.write_text, json.dumps(report, indent=2) + "\n")
    assert len(delays) == 500
    assert milliseconds[0] > 0


def _first(seen: list[tuple[float, int]], length: int) -> float:
    """When the page first showed that many letters."""
    return next(time for time, shown in seen if shown >= length)
