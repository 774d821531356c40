"""From the provider's byte to the DOM, and what it costs the page's main thread, in Chromium."""

import asyncio
import os
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import CDPSession, Page, async_playwright, expect
from sqlmodel import update

from bench.figures import percentile, spread
from bench.question import MARKDOWN, STAMP_RANGE, Question
from bench.servers import on_cores, provider, site, worker
from chat_stream.database import Database
from chat_stream.models import Chat
from chat_stream.seeding import seed
from tests.support.site import Server
from tests.support.visitor import Tab, Visitor, new_visitor


@dataclass(frozen=True, slots=True)
class Run:
    """An answer, in a new chat or below many messages."""

    name: str
    question: Question
    above: int = 0


RUNS = (
    Run("plain, 3,000 tokens at 100/s", Question(3_000, 100)),
    Run("Markdown, 3,000 tokens at 300/s", Question(3_000, 300, MARKDOWN)),
    Run("Markdown, 10,000 tokens at 300/s", Question(10_000, 300, MARKDOWN)),
    Run("Markdown, 10,000 tokens at 300/s, below 500 messages", Question(10_000, 300, MARKDOWN), 500),
)
QUICK = (Run("plain, 500 tokens at 100/s", Question(500, 100)),)
ROUNDS = 2
CHROMIUM_OPTIONS = ["--no-sandbox", "--disable-dev-shm-usage"]

WATCH = """
() => {
  const first = new Map(), tasks = [];
  let began, changes = 0;
  const look = (node) => {
    for (const [stamp] of node.textContent.matchAll(/\\d{9}/g)) if (!first.has(stamp)) first.set(stamp, Date.now());
  };
  new MutationObserver((records) => {
    changes += records.length;
    for (const { type, target, addedNodes } of records) {
      if (type === "characterData") look(target);
      else addedNodes.forEach(look);
    }
    if (first.size) began ??= performance.now();
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask" });
  window.progress = () => {
    const answer = [...document.querySelectorAll("[data-role=assistant]")].at(-1);
    return { tokens: first.size, hasEnded: first.size > 0 && answer.dataset.status === "completed" };
  };
  window.outcome = () => {
    const later = tasks.filter(({ startTime }) => startTime > began + 1000);
    return { changes, seen: [...first], tasks: later.map(({ duration }) => duration) };
  };
}
"""
"""When each stamp came into the DOM, how often that changed, and the long tasks after the first second."""


async def measure(folder: Path, *, is_quick: bool) -> list[dict[str, Any]]:
    """Each answer to a visitor of its own, in turns."""
    built = site()
    figures: list[dict[str, Any]] = []
    async with AsyncExitStack() as stack:
        scripted = await stack.enter_async_context(provider())
        # The driver, and the browser that it starts. It has more processes than one core carries: it draws in software.
        with on_cores(range(os.cpu_count() or 1)):
            playwright = await stack.enter_async_context(async_playwright())
        executable = os.environ.get("CHROMIUM") or None
        browser = await playwright.chromium.launch(executable_path=executable, args=CHROMIUM_OPTIONS)
        async with worker(folder / "page", scripted, 0, site=built) as server:
            for number in range(1 if is_quick else ROUNDS):
                for run in QUICK if is_quick else RUNS:
                    visitor = await new_visitor(browser, server.url)
                    tab = await _opened(visitor, server, run.above)
                    figures.append({"answer": run.name, "round": number, **await _watch(tab.page, tab, run.question)})
                    await visitor.context.close()
        await browser.close()
    return figures


async def _opened(visitor: Visitor, server: Server, above: int) -> Tab:
    """A tab with a new chat, or with one that has so many messages."""
    if not above:
        return await visitor.tab()
    database = Database(server.database_url)
    await seed(database, visitor.email, 1, above)
    async with database.write() as session:
        await session.exec(update(Chat).values(model="openai/scripted"))
    await database.close()
    tab = await visitor.tab()
    await tab.chats.first.click()
    await expect(tab.answer).to_be_in_viewport()
    return tab


async def _watch(page: Page, tab: Tab, question: Question) -> dict[str, Any]:
    await page.evaluate(WATCH)
    devtools = await page.context.new_cdp_session(page)
    # The main thread's time on a processor, and not while others have it.
    await devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    offset = time.time() * 1e6 - time.monotonic_ns() / 1000
    busy = [(0, (await _metrics(devtools))["TaskDuration"])]
    await tab.ask(str(question))
    # Asked for now and then only: what waits for an element looks at the whole page all the time, in this very thread.
    while True:
        await asyncio.sleep(0.5)
        progress = await page.evaluate("window.progress()")
        metrics = await _metrics(devtools)
        busy.append((progress["tokens"], metrics["TaskDuration"]))
        if progress["hasEnded"]:
            break
    await devtools.send("HeapProfiler.collectGarbage")
    outcome = await page.evaluate("window.outcome()")
    seen: list[tuple[str, float]] = outcome["seen"]
    delays = [_age(stamp, at, offset) for stamp, at in seen]
    return {
        "tokens_seen": len(seen),
        "latency_ms": spread(delays),
        "last_token_ms": round(delays[-1], 1),
        "main_thread_seconds": round(busy[-1][1] - busy[0][1], 2),
        "answer_seconds": round(question.tokens / question.rate, 1),
        "longest_task_ms": percentile(outcome["tasks"], 1),
        "cost_at_the_end": _growth(busy[1:-1]),
        "dom_changes_per_token": round(outcome["changes"] / len(seen), 2),
        "heap_megabytes": round((await _metrics(devtools))["JSHeapUsedSize"] / 1e6, 1),
    }


def _growth(busy: list[tuple[int, float]]) -> float:
    """How many times as much a token costs in the last fourth of the time as in the first."""
    fourth = max(1, (len(busy) - 1) // 4)
    (began, at), (first, after_first), (last, before_last), (end, after_last) = (
        busy[index] for index in (0, fourth, -1 - fourth, -1)
    )
    return round((after_last - before_last) / (end - last) / ((after_first - at) / (first - began)), 2)


def _age(stamp: str, at: float, offset: float) -> float:
    """Milliseconds from the stamp to the time at which the page had it, which is a whole millisecond."""
    age = (at * 1000 - offset - int(stamp)) % STAMP_RANGE / 1000
    return age - STAMP_RANGE / 1000 if age > STAMP_RANGE / 2000 else age


async def _metrics(devtools: CDPSession) -> dict[str, float]:
    return {each["name"]: each["value"] for each in (await devtools.send("Performance.getMetrics"))["metrics"]}
