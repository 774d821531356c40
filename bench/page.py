"""From the provider's byte to the DOM, and what it costs the page's main thread, in Chromium."""

import asyncio
import os
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import CDPSession, Page, async_playwright, expect
from sqlmodel import update

from bench import first_token
from bench.figures import percentile, spread
from bench.question import MARKDOWN, Question
from bench.servers import on_cores, provider, site, worker
from bench.stamps import ages, watch
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
            figures += await first_token.measure(browser, server, is_quick=is_quick)
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
    await watch(page)
    devtools = await page.context.new_cdp_session(page)
    # The main thread's time on a processor, and not while others have it.
    await devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
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
    delays = ages(seen)
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


async def _metrics(devtools: CDPSession) -> dict[str, float]:
    return {each["name"]: each["value"] for each in (await devtools.send("Performance.getMetrics"))["metrics"]}
