"""When the times that the provider wrote came into the page."""

import time

from playwright.async_api import Page

from bench.question import STAMP_RANGE

WATCH = """
() => {
  const first = new Map(), tasks = [];
  let began, changes = 0;
  const look = (node) => {
    for (const [stamp] of node.textContent.matchAll(/\\d{9}/g)) if (!first.has(stamp)) first.set(stamp, Date.now());
  };
  window.watching?.disconnect();
  window.watching = new MutationObserver((records) => {
    changes += records.length;
    for (const { type, target, addedNodes } of records) {
      if (type === "characterData") look(target);
      else addedNodes.forEach(look);
    }
    if (first.size) began ??= performance.now();
  });
  window.watching.observe(document.body, { subtree: true, childList: true, characterData: true });
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


async def watch(page: Page) -> None:
    """From now on `window.outcome()` has `seen`, `changes` and `tasks`."""
    await page.evaluate(WATCH)


def ages(seen: list[tuple[str, float]]) -> list[float]:
    """Milliseconds from each stamp to the time at which the page had it, which is a whole millisecond."""
    offset = time.time() * 1e6 - time.monotonic_ns() / 1000
    return [_age(stamp, at, offset) for stamp, at in seen]


def is_after(stamp: str, other: str) -> bool:
    return (int(stamp) - int(other)) % STAMP_RANGE < STAMP_RANGE / 2


def _age(stamp: str, at: float, offset: float) -> float:
    age = (at * 1000 - offset - int(stamp)) % STAMP_RANGE / 1000
    return age - STAMP_RANGE / 1000 if age > STAMP_RANGE / 2000 else age
