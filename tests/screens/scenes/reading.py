"""Screenshots of answers."""

from typing import Any

from playwright.async_api import expect

from tests.screens.scenes.steps import ask, earlier_chats, seeded
from tests.screens.stage import NARROW, Stage, take
from tests.screens.texts import DIAGRAM, HOSTILE, LINKS, SORTING
from tests.support.provider import Finish, Say, Stall


async def conversation(stage: Stage) -> None:
    async with stage.tab() as tab:
        await earlier_chats(stage, tab)
        stage.provider.on("seen", Say(DIAGRAM), Finish())
        await ask(tab, "What happens to what I have seen when the server dies?")
        await expect(tab.answer.get_by_role("img")).to_be_visible()
        await take(tab, "conversation")


async def reading(stage: Stage) -> None:
    await _reads(stage, "reading")
    await _reads(stage, "reading-dark", color_scheme="dark")
    await _reads(stage, "reading-narrow", viewport=NARROW)


async def away_from_the_end(stage: Stage) -> None:
    stage.provider.on("sorting", Say(SORTING), Stall())
    async with stage.tab() as tab:
        await tab.ask("What should I know about sorting?")
        await expect(tab.answer.locator("pre span[style]").first).to_be_visible()
        await tab.body(tab.answer).locator("p").first.hover()
        await tab.page.mouse.wheel(0, -300)
        await expect(tab.page.get_by_role("button", name="To the end")).to_be_visible()
        await take(tab, "away-from-the-end")


async def _reads(stage: Stage, name: str, **options: Any) -> None:
    stage.provider.on("sorting", Say(SORTING), Finish())
    async with stage.tab(**options) as tab:
        await ask(tab, "What should I know about sorting?")
        await expect(tab.answer.locator("pre span[style]").first).to_be_visible()
        await tab.body(tab.answer).locator("p").first.hover()
        await tab.page.mouse.wheel(0, -5000)
        await take(tab, name)


async def links(stage: Stage) -> None:
    stage.provider.on("bridges", Say(LINKS), Finish())
    async with stage.tab() as tab:
        await ask(tab, "Where do I read about old bridges?")
        await tab.answer.get_by_role("link").first.click()
        await expect(tab.page.get_by_role("dialog", name="This link leads to")).to_be_visible()
        await take(tab, "links")


async def hostile(stage: Stage) -> None:
    stage.provider.on("innocent", Say(HOSTILE), Finish())
    async with stage.tab() as tab:
        await ask(tab, "Answer something innocent.")
        await take(tab, "hostile")


async def long_chat(stage: Stage) -> None:
    async with stage.person("Ada") as ada:
        await seeded(stage, ada.email, messages=1000)
        tab = await ada.tab()
        await tab.chats.first.click()
        await expect(tab.messages).to_have_count(50)
        await tab.answer.hover()
        await tab.page.mouse.wheel(0, -50_000)
        await expect(tab.messages).to_have_count(100)
        await take(tab, "long-chat")
