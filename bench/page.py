"""From the provider's byte to the DOM, and what it costs the page's main thread, in Chromium."""

import os
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from playwright.async_api import Page, async_playwright

from bench.figures import percentile, spread
from bench.question import MARKDOWN, STAMP_RANGE, Question
from bench.servers import on_cores, provider, site, worker
from tests.support.visitor import new_visitor

RUNS = (
    ("plain, 3,000 tokens at 100/s", Question(3_000, 100)),
    ("Markdown, 3,000 tokens at 300/s", Question(3_000, 300, MARKDOWN)),
    ("Markdown, 10,000 tokens at 300/s", Question(10_000, 300, MARKDOWN)),
)
QUICK = (("plain, 500 tokens at 100/s", Question(500, 100)),)
ROUNDS = 3
CHROMIUM_OPTIONS = ["--no-sandbox", "--disable-dev-shm-usage"]

WATCH = """
() => {
  window.seen = []; window.tasks = []; let read = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((task) => window.tasks.push(task.duration)))
    .observe({ type: "longtask", buffered: false });
  new MutationObserver(() => {
    const body = [...document.querySelectorAll("[data-role=assistant] [data-message-body]")].at(-1);
    const text = body?.textContent ?? "", now = Date.now();
    for (const [stamp] of text.slice(Math.max(0, read - 9)).matchAll(/\\d{9}/g)) window.seen.push([stamp, now]);
    read = text.length;
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}
"""


async def measure(folder: Path, *, is_quick: bool) -> list[dict[str, Any]]:
    """Each answer in a chat of its own, in turns."""
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
                for name, question in QUICK if is_quick else RUNS:
                    visitor = await new_visitor(browser, server.url)
                    tab = await visitor.tab()
                    figures.append({"answer": name, "round": number, **await _watch(tab.page, tab, question)})
                    await visitor.context.close()
        await browser.close()
    return figures


async def _watch(page: Page, tab: Any, question: Question) -> dict[str, Any]:
    await page.evaluate(WATCH)
    devtools = await page.context.new_cdp_session(page)
    # The main thread's time on a processor, and not while others have it.
    await devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = await _task_seconds(devtools)
    offset = time.time() * 1e6 - time.monotonic_ns() / 1000
    await tab.ask(str(question))
    await tab.shows_status("completed", within=question.tokens / question.rate + 120)
    busy = await _task_seconds(devtools) - before
    seen: list[tuple[str, float]] = await page.evaluate("window.seen")
    tasks: list[float] = await page.evaluate("window.tasks")
    delays = list({stamp: _age(stamp, at, offset) for stamp, at in reversed(seen)}.values())
    return {
        "tokens_seen": len(delays),
        "latency_ms": spread(delays),
        "last_token_ms": round(_age(*seen[-1], offset), 1),
        "main_thread_seconds": round(busy, 2),
        "answer_seconds": round(question.tokens / question.rate, 1),
        "longest_task_ms": percentile(tasks, 1),
    }


def _age(stamp: str, at: float, offset: float) -> float:
    """Milliseconds from the stamp to the time at which the page had it, which is a whole millisecond."""
    age = (at * 1000 - offset - int(stamp)) % STAMP_RANGE / 1000
    return age - STAMP_RANGE / 1000 if age > STAMP_RANGE / 2000 else age


async def _task_seconds(devtools: Any) -> float:
    metrics = (await devtools.send("Performance.getMetrics"))["metrics"]
    return next(each["value"] for each in metrics if each["name"] == "TaskDuration")
