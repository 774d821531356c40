"""Everyday use: texts as models write them, servers as they are."""

from playwright.async_api import expect

from tests.screens.scenes.steps import ask
from tests.screens.stage import NARROW, Stage, take
from tests.screens.texts import DIAGRAM, FORMULAS, TAGS
from tests.support.provider import Error, Finish, Reasoning, Say, Stall

WORDS = "This model's maximum context length is 8192 tokens. However, your request has 9120 input tokens."


async def first_visit(stage: Stage) -> None:
    async with stage.tab() as tab:
        await expect(tab.page.get_by_role("heading", level=1)).to_be_visible()
        await take(tab, "first-visit")


async def formulas(stage: Stage) -> None:
    stage.provider.on("stone", Say(FORMULAS), Finish())
    async with stage.tab() as tab:
        await ask(tab, "How far does a stone fall in a second, and what does it cost?")
        await expect(tab.answer.locator(".katex-html").first).to_be_visible()
        await take(tab, "formulas")


async def tags(stage: Stage) -> None:
    stage.provider.on("keys", Say(TAGS), Finish())
    async with stage.tab(viewport=NARROW, color_scheme="dark") as tab:
        await ask(tab, "Which keys copy and paste, on which system?")
        await take(tab, "tags")


async def diagram_large(stage: Stage) -> None:
    stage.provider.on("seen", Say(DIAGRAM), Finish())
    async with stage.tab() as tab:
        await ask(tab, "What happens to what I have seen when the server dies?")
        await tab.page.get_by_role("button", name="Open the diagram large").click()
        await expect(tab.page.get_by_role("dialog")).to_be_visible()
        await take(tab, "diagram-large")


async def waiting(stage: Stage) -> None:
    stage.provider.on("long", Stall())
    async with stage.tab() as tab:
        await tab.ask("A long question to a model that is still being loaded.")
        await expect(tab.answer).to_contain_text("still waiting", timeout=30_000)
        await take(tab, "waiting")


async def providers_words(stage: Stage) -> None:
    stage.provider.on("everything", Error(400, message=WORDS))
    async with stage.tab() as tab:
        await tab.ask("Summarise everything that I have written so far.")
        await tab.shows_status("failed")
        await tab.in_new_chat()
        await tab.answer.get_by_text("What the provider said").click()
        await take(tab, "providers-words")


async def only_thoughts(stage: Stage) -> None:
    stage.provider.on("consider", Reasoning("There are several ways to see this."), Finish())
    async with stage.tab() as tab:
        await tab.ask("What is there to consider?")
        await tab.shows_status("failed")
        await take(tab, "only-thoughts")
