"""How long `bin/start` takes to serve, and what the first page costs."""

import asyncio
import os
import subprocess
import time
import urllib.request
from pathlib import Path
from statistics import median
from typing import Any

from playwright.async_api import async_playwright

from bench.page import CHROMIUM_OPTIONS
from bench.servers import site
from tests.support.site import PROJECT, Server, free_port

STARTS = 4
STAMP = PROJECT / ".web" / "build" / "stamp.json"
"""Without it the page is built."""


async def measure(folder: Path, *, is_quick: bool) -> list[dict[str, Any]]:
    """The first start builds the page and makes the database; the later ones find both."""
    (folder / "bin-start").mkdir()
    STAMP.unlink(missing_ok=True)
    seconds = [await asyncio.to_thread(_start, folder / "bin-start") for _ in range(2 if is_quick else STARTS)]
    server = site().server(folder / "start", CHAT_STREAM_MODELS="demo")
    await asyncio.to_thread(server.start)
    try:
        return [
            {"first_start_seconds": seconds[0], "second_start_seconds": median(seconds[1:])} | await _first_page(server)
        ]
    finally:
        server.kill()


def _start(folder: Path) -> float:
    """Seconds from the command `bin/start` to its server's first answer."""
    port = free_port()
    database = f"sqlite+aiosqlite:///{folder / 'chat_stream.db'}"
    own = {"PORT": str(port), "DATABASE_URL": database}
    began = time.monotonic()
    started = subprocess.Popen(
        ["bin/start"], cwd=PROJECT, env={**os.environ, **own, "CHAT_STREAM_MODELS": "demo"}, stdout=subprocess.DEVNULL
    )
    try:
        while not _answers(port):
            time.sleep(0.02)
        return round(time.monotonic() - began, 1)
    finally:
        started.terminate()
        started.wait(timeout=60)


def _answers(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://localhost:{port}/_health", timeout=1).close()
    except OSError:
        return False
    return True


async def _first_page(server: Server) -> dict[str, Any]:
    """Measures what a new browser loads before anything is typed."""
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
