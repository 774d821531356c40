"""What is to be seen in each picture. A scene's name is its picture's."""

from collections.abc import Awaitable, Callable
from typing import Any

from playwright.async_api import expect

from tests.browser.test_teams import together
from tests.screens.stage import NARROW, Stage, take
from tests.screens.texts import ALTERNATIVE, DIAGRAM, GERMAN, SORTING, THIRD, TRIP
from tests.support.provider import Error, Finish, Pause, Reasoning, Say, Stall, Usage
from tests.support.visitor import Tab, Wire

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


async def failed(stage: Stage) -> None:
    stage.provider.on("bridge", Say("The arch carries the load to"), Error(429, {"Retry-After": "30"}))
    stage.provider.on("arch", Error(401))
    async with stage.tab() as tab:
        await tab.ask("How does a stone bridge stand?")
        await tab.shows_status("failed")
        await tab.ask("And an arch without mortar?")
        await expect(tab.messages.get_by_role("alert")).to_have_count(2)
        await take(tab, "failed")


async def versions(stage: Stage) -> None:
    stage.provider.on("Ljubljana", Say(TRIP), Finish())
    stage.provider.on("without flying", Say(THIRD), Finish())
    async with stage.tab() as tab:
        await _ask(tab, "How do I get from Berlin to Ljubljana in a day?")
        await tab.answer.get_by_role("button", name="Regenerate", exact=True).click()
        await expect(tab.answer.get_by_role("group", name="Version 2 of 2")).to_be_visible()
        await tab.shows_status("completed")
        await tab.messages.first.get_by_role("button", name="Edit").click()
        await tab.page.get_by_label("Edit the question").fill("How do I get there in a day, without flying?")
        await take(tab, "versions")


async def away_from_the_end(stage: Stage) -> None:
    stage.provider.on("sorting", Say(SORTING), Stall())
    async with stage.tab() as tab:
        await tab.ask("What should I know about sorting?")
        await expect(tab.answer.locator("pre span[style]").first).to_be_visible()
        await tab.answer.locator("p").first.hover()
        await tab.page.mouse.wheel(0, -300)
        await expect(tab.page.get_by_role("button", name="To the end")).to_be_visible()
        await take(tab, "away-from-the-end")


async def context(stage: Stage) -> None:
    stage.provider.reply(Say("It was the age of wisdom."), Usage(1_500, 300), Finish())
    stage.provider.reply(Say("It was the age of foolishness."), Usage(3_400, 400), Finish())
    async with stage.tab() as tab:
        await tab.page.get_by_role("combobox", name="Model", exact=True).click()
        await tab.page.get_by_role("option").filter(has=tab.page.get_by_text("gpt-4", exact=True)).click()
        for question in ("It was the best of times. " * 30, "It was the worst of times. " * 30):
            await _ask(tab, question)
        await tab.ask("It was the season of light. " * 400)
        await expect(tab.page.locator(".context-notice")).to_be_visible()
        await take(tab, "context")


async def chat_settings(stage: Stage) -> None:
    async with stage.tab() as tab:
        await tab.choose_model("gpt-4o")
        await tab.page.get_by_role("button", name="Chat settings").click()
        dialog = tab.page.get_by_role("dialog", name="Chat settings")
        await dialog.get_by_label("System prompt").fill("Answer as a patient teacher of mathematics would.")
        await take(tab, "chat-settings")


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


async def marks(stage: Stage) -> None:
    """One chat is written, one unread, one pinned, one renamed, and one was deleted."""
    async with stage.tab() as tab:
        await _earlier_chats(stage, tab)
        stage.provider.on("kite", Say("Take a tail"), Stall())
        stage.provider.on("verse", Pause(1), Say("Roses are red."), Finish())
        for question in ("What keeps a kite straight?", "A verse for a card"):
            await tab.ask(question)
            await tab.in_new_chat()
            await tab.page.get_by_role("link", name="New chat").click()
        await expect(tab.page.get_by_label("unread")).to_have_count(1)
        await _choose(tab, EARLIER[1], "Pin")
        await _choose(tab, EARLIER[2], "Delete")
        await _choose(tab, EARLIER[0], "Rename")
        await take(tab, "marks")


async def team(stage: Stage) -> None:
    stage.provider.on("gear", Say("Use helical gears: they are quieter."), Finish())
    stage.provider.on("loud", Say("As loud as a **conversation**: about 60 dB."), Finish())
    async with stage.person("Ada") as ada, stage.person("Charles") as charles:
        tab, other = await together(ada, charles)
        await _ask(tab, "Which gears for a quiet mill?")
        await other.chats.filter(has_text="Which gears").click()
        await _ask(other, "How loud will they be?")
        await take(other, "team")


async def administration(stage: Stage) -> None:
    stage.provider.on("bridge", Say("The arch carries the load."), Stall())
    async with stage.tab() as tab:
        await tab.ask("How does a stone bridge stand?")
        await expect(tab.answer).to_contain_text("The arch")
        page = await stage.first.context.new_page()
        await page.goto(f"{stage.server.url}/admin")
        await expect(page.get_by_role("list", name="Running answers").get_by_role("listitem")).to_be_visible()
        await take(Tab(page, stage.server.url, Wire()), "administration")


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
        *(conversation, reading, thinking, failed, versions, away_from_the_end, context),
        *(comparing, queue, temporary, models, chat_settings, chats, marks),
        *(team, administration, keys, settings, german),
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


async def _choose(tab: Tab, title: str, act: str) -> None:
    await tab.chats.filter(has_text=title).hover()
    await tab.page.get_by_role("button", name=f"Actions for “{title}”").click()
    await tab.page.get_by_role("menuitem", name=act, exact=True).click()


async def _ask(tab: Tab, question: str) -> None:
    await tab.ask(question)
    await tab.shows_status("completed")
