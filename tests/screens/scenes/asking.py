"""Asking, and what can happen to an answer."""

from playwright.async_api import expect

from tests.screens.scenes.steps import ask, earlier_chats
from tests.screens.stage import Stage, take
from tests.screens.texts import TRIP
from tests.support.provider import Error, Finish, NoUsage, Reasoning, Say, Stall


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
        await ask(tab, "A present for somebody who reads my chats?")
        await take(tab, "temporary")


async def draft(stage: Stage) -> None:
    """It was kept over a reload; what the answer took is estimated."""
    stage.provider.on("roof", Say("With slate: it lasts a hundred years."), NoUsage(), Finish())
    async with stage.tab() as tab:
        await earlier_chats(stage, tab)
        await ask(tab, "What do I cover a roof with?")
        await tab.composer.fill("And if the roof is nearly flat, and I don't want to")
        await tab.page.reload()
        await expect(tab.composer).not_to_have_value("")
        await tab.shows_status("completed")
        await take(tab, "draft")


async def interrupted(stage: Stage) -> None:
    """The server dies during an answer, and comes back."""
    stage.provider.on("Ljubljana", Say(TRIP.split("At ten")[0]), Stall())
    async with stage.tab() as tab:
        await tab.ask("How do I get from Berlin to Ljubljana in a day?")
        await expect(tab.answer.get_by_text("Vienna")).to_be_visible()
        await tab.composer.fill("And what does that cost?")
        stage.server.kill()
        await expect(tab.page.get_by_text("Reconnecting…")).to_be_visible()
        await take(tab, "reconnecting")
        stage.server.start()
        await tab.shows_status("interrupted")
        await expect(tab.page.get_by_text("Reconnecting…")).to_be_hidden()
        await take(tab, "interrupted")
