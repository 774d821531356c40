"""What is to be seen in each picture. A scene's name is its picture's."""

from collections.abc import Awaitable, Callable
from typing import Any

from playwright.async_api import expect

from tests.screens.stage import NARROW, Stage, take
from tests.screens.texts import ALTERNATIVE, DIAGRAM, GERMAN, SORTING, THIRD, TRIP
from tests.support.provider import Finish, Reasoning, Say, Stall
from tests.support.visitor import Tab

EARLIER = (
    "Names for a grey cat",
    "Why is the sky dark at night?",
    "A letter to the landlord",
    "Rye bread without yeast",
)


async def conversation(stage: Stage) -> None:
    async with stage.tab() as tab:
        await _earlier_chats(stage, tab)
        stage.provider.on("seen", Say(DIAGRAM), Finish())
        await _ask(tab, "What happens to what I have seen when the server dies?")
        await expect(tab.answer.get_by_role("img")).to_be_visible()
        await take(tab, "conversation")


async def reading(stage: Stage) -> None:
    await _reads(stage, "reading")
    await _reads(stage, "reading-dark", color_scheme="dark")
    await _reads(stage, "reading-narrow", viewport=NARROW)


async def thinking(stage: Stage) -> None:
    stage.provider.on("bridge", Reasoning("The load is carried by the arch, so the keystone comes last.\n"), Stall())
    async with stage.tab() as tab:
        await tab.ask("How does a stone bridge stand?")
        await expect(tab.answer.get_by_text("The load is carried")).to_be_visible()
        await take(tab, "thinking")


async def comparing(stage: Stage) -> None:
    stage.provider.by("scripted", Say(TRIP), Finish())
    stage.provider.by("gpt-4", Say(ALTERNATIVE), Finish())
    stage.provider.by("gpt-4o", Say(THIRD.split("tunnel")[0]), Stall())
    async with stage.tab() as tab:
        for model in ("gpt-4", "gpt-4o"):
            await tab.page.get_by_role("combobox", name="Add a model to compare").click()
            await tab.page.get_by_role("option").filter(has=tab.page.get_by_text(model, exact=True)).click()
        await tab.ask("How do I get from Berlin to Ljubljana in a day?")
        await expect(tab.messages.get_by_text("Tauern")).to_be_visible()
        await take(tab, "comparing")


async def queue(stage: Stage) -> None:
    stage.provider.on("Ljubljana", Say(TRIP), Stall())
    async with stage.tab() as tab:
        await tab.ask("How do I get from Berlin to Ljubljana in a day?")
        await expect(tab.answer.get_by_text("Vienna")).to_be_visible()
        for question in ("And what is there to see in the evening?", "Book nothing yet: what does it cost?"):
            await tab.ask(question)
        await expect(tab.page.locator("[data-queued-id]")).to_have_count(2)
        await take(tab, "queue")


async def temporary(stage: Stage) -> None:
    stage.provider.on(
        "present", Say("How about a **kite**? It is light to carry, and one needs two to fly it."), Finish()
    )
    async with stage.tab() as tab:
        await tab.page.get_by_role("button", name="Temporary chat").click()
        await _ask(tab, "A present for somebody who reads my chats?")
        await take(tab, "temporary")


async def models(stage: Stage) -> None:
    async with stage.tab() as tab:
        await tab.page.get_by_role("combobox", name="Model", exact=True).click()
        await expect(tab.page.get_by_role("option").first).to_be_visible()
        await take(tab, "models")


async def chats(stage: Stage) -> None:
    async with stage.tab() as tab:
        await _earlier_chats(stage, tab)
        await tab.chats.first.hover()
        await tab.page.get_by_role("button", name="Actions for").first.click()
        await take(tab, "chats")


async def keys(stage: Stage) -> None:
    async with stage.tab() as tab:
        await tab.page.locator("body").press("Escape")
        await tab.page.get_by_role("button", name="Keyboard").click()
        await expect(tab.page.get_by_role("dialog", name="Keyboard")).to_be_visible()
        await take(tab, "keys")


async def settings(stage: Stage) -> None:
    async with stage.tab() as tab:
        await tab.page.get_by_role("link", name="Settings").click()
        await expect(tab.page.get_by_role("heading", name="Sessions")).to_be_visible()
        await take(tab, "settings")


async def german(stage: Stage) -> None:
    stage.provider.on("Küche", Reasoning("Was wirklich hilft, nicht was teuer ist."), Say(GERMAN), Finish())
    async with stage.empty_tab(locale="de-DE") as tab:
        await tab.page.goto(tab.url)
        await tab.page.get_by_label("Nachricht", exact=True).fill("Was lohnt sich in einer kleinen Küche?")
        await tab.page.get_by_label("Nachricht", exact=True).press("Enter")
        await tab.shows_status("completed")
        await take(tab, "german")


Scene = Callable[[Stage], Awaitable[None]]
SCENES: dict[str, Scene] = {
    scene.__name__: scene
    for scene in (
        *(conversation, reading, thinking, comparing, queue, temporary),
        *(models, chats, keys, settings, german),
    )
}


async def _earlier_chats(stage: Stage, tab: Tab) -> None:
    for question in EARLIER:
        stage.provider.on(question, Say("Gladly."), Finish())
        await tab.open()
        await _ask(tab, question)
    await tab.open()


async def _reads(stage: Stage, name: str, **options: Any) -> None:
    stage.provider.on("sorting", Say(SORTING), Finish())
    async with stage.tab(**options) as tab:
        await _ask(tab, "What should I know about sorting?")
        await expect(tab.answer.locator("pre span[style]").first).to_be_visible()
        await tab.answer.locator("p").first.hover()
        await tab.page.mouse.wheel(0, -5000)
        await take(tab, name)


async def _ask(tab: Tab, question: str) -> None:
    await tab.ask(question)
    await tab.shows_status("completed")
