"""How long a worker takes to serve, and what the first page costs."""

import asyncio
import os
import time
from pathlib import Path
from statistics import median
from typing import Any

from playwright.async_api import async_playwright

from bench.page import CHROMIUM_OPTIONS
from bench.servers import site
from tests.support.site import Server

STARTS = 4


async def measure(folder: Path, *, is_quick: bool) -> list[dict[str, Any]]:
    """The first start makes the database; the later ones find it."""
    server = site().server(folder / "start", CHAT_STREAM_MODELS="demo")
    seconds: list[float] = []
    for _ in range(1 if is_quick else STARTS):
        began = time.monotonic()
        await asyncio.to_thread(server.start)
        seconds.append(round(time.monotonic() - began, 1))
        server.stop()
    await asyncio.to_thread(server.start)
    try:
        return [
            {"first_start_seconds": seconds[0], "second_start_seconds": median(seconds[1:] or seconds)}
            | await _first_page(server)
        ]
    finally:
        server.kill()


async def _first_page(server: Server) -> dict[str, Any]:
    """What a browser that was never here loads before anything is typed."""
    async with async_playwright() as playwright:
        executable = os.environ.get("CHROMIUM") or None
        browser = await playwright.chromium.launch(executable_path=executable, args=CHROMIUM_OPTIONS)
        page = await browser.new_page()
        devtools = await page.context.new_cdp_session(page)
        sizes: list[float] = []

        def count(event: dict[str, Any]) -> None:
            sizes.append(event["encodedDataLength"])

        devtools.on("Network.loadingFinished", count)
        await devtools.send("Network.enable")
        began = time.monotonic()
        await page.goto(f"{server.url}/sign-up")
        await page.get_by_role("button", name="Create account").wait_for()
        shown = time.monotonic() - began
        await page.wait_for_load_state("networkidle")
        await browser.close()
    return {"first_page_bytes": round(sum(sizes)), "requests": len(sizes), "shown_after_seconds": round(shown, 2)}
