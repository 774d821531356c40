"""Plays the scenes that are named, or all, and leaves their pictures in `docs/screens`."""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from playwright.async_api import async_playwright

from tests.browser.conftest import CHROMIUM_OPTIONS, scripted
from tests.screens.scenes import SCENES
from tests.screens.stage import PICTURES, Stage
from tests.support.provider import ScriptedProvider
from tests.support.site import Site
from tests.support.visitor import new_visitor

MODELS = {"CHAT_STREAM_MODELS": "openai/scripted,openai/gpt-4,openai/gpt-4o,demo"}


async def main(names: list[str]) -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        async with ScriptedProvider() as provider, async_playwright() as playwright:
            server = Site.built().server(Path(folder), **{**scripted(provider), **MODELS})
            browser = await playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=CHROMIUM_OPTIONS)
            server.start()
            try:
                first = await new_visitor(browser, server.url)
                for name in names or SCENES:
                    provider.forget()
                    await SCENES[name](Stage(browser, server, provider, first))
                    print(name)  # noqa: T201
            finally:
                server.kill()
                await browser.close()


if unknown := set(sys.argv[1:]) - set(SCENES):
    sys.exit(f"There is no scene {', '.join(sorted(unknown))}. There are: {', '.join(SCENES)}.")
asyncio.run(main(sys.argv[1:]))
