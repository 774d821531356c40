"""How long the first token of an answer takes from the provider to the page, in a new chat and in an open one."""

import asyncio
from collections import defaultdict
from typing import Any

from playwright.async_api import Browser

from bench.figures import spread
from bench.question import Question, stamp
from bench.stamps import ages, is_after, watch
from tests.support.site import Server
from tests.support.visitor import Tab, new_visitor

ROUNDS = 12
QUESTIONS = 3
"""In each chat: the first makes it, the others find it open."""
TOKENS = 2
WAITS = {"at once": 0.0, "after half a second": 0.5}
"""Seconds that the model lets pass. Said at once, the token comes while a new chat's page is still opened."""
NEW, OPEN = "first token in a new chat", "first token in an open chat"
NAMES = [f"{where}, said {when}" for where in (NEW, OPEN) for when in WAITS]


async def measure(browser: Browser, server: Server, *, is_quick: bool) -> list[dict[str, Any]]:
    delays: dict[str, list[float]] = defaultdict(list)
    for _ in range(1 if is_quick else ROUNDS):
        for when, seconds in WAITS.items():
            visitor = await new_visitor(browser, server.url)
            tab = await visitor.tab()
            for number in range(QUESTIONS):
                delays[f"{OPEN if number else NEW}, said {when}"].append(await _first(tab, seconds))
            await visitor.context.close()
    return [{"answer": name, "latency_ms": spread(delays[name])} for name in NAMES]


async def _first(tab: Tab, wait: float) -> float:
    await watch(tab.page)
    asked = stamp()
    await tab.ask(str(Question(TOKENS, 4, after=wait)))
    while True:
        await asyncio.sleep(0.1)
        # An answer before may be rendered again when the next one is asked for.
        seen = [each for each in (await tab.page.evaluate("window.outcome()"))["seen"] if is_after(each[0], asked)]
        if len(seen) == TOKENS and (await tab.page.evaluate("window.progress()"))["hasEnded"]:
            return ages(seen)[0]
