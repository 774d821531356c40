"""Models, and several answers to a question."""

from playwright.async_api import expect

from tests.screens.scenes.steps import ask
from tests.screens.stage import NARROW, WIDE, Stage, take
from tests.screens.texts import ALTERNATIVE, THIRD, TRIP
from tests.support.provider import Finish, Say, Stall, Usage


async def models(stage: Stage) -> None:
    async with stage.tab() as tab:
        await tab.page.get_by_role("combobox", name="Model", exact=True).click()
        await expect(tab.page.get_by_role("option").first).to_be_visible()
        await take(tab, "models")


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
        await tab.page.set_viewport_size(NARROW)
        await take(tab, "comparing-narrow")
        await tab.page.set_viewport_size(WIDE)
        await (
            tab.page.get_by_role("article", name="gpt-4", exact=True)
            .get_by_role("button", name="Choose this answer")
            .click()
        )
        await expect(tab.answer.get_by_role("group", name="Version 2 of 3")).to_be_visible()
        await take(tab, "chosen")


async def versions(stage: Stage) -> None:
    stage.provider.on("Ljubljana", Say(TRIP), Finish())
    stage.provider.on("without flying", Say(THIRD), Finish())
    async with stage.tab() as tab:
        await ask(tab, "How do I get from Berlin to Ljubljana in a day?")
        await tab.answer.get_by_role("button", name="Regenerate", exact=True).click()
        await expect(tab.answer.get_by_role("group", name="Version 2 of 2")).to_be_visible()
        await tab.shows_status("completed")
        await tab.messages.first.get_by_role("button", name="Edit").click()
        await tab.page.get_by_label("Edit the question").fill("How do I get there in a day, without flying?")
        await take(tab, "versions")


async def context(stage: Stage) -> None:
    stage.provider.reply(Say("It was the age of wisdom."), Usage(1_500, 300), Finish())
    stage.provider.reply(Say("It was the age of foolishness."), Usage(3_400, 400), Finish())
    async with stage.tab() as tab:
        await tab.page.get_by_role("combobox", name="Model", exact=True).click()
        await tab.page.get_by_role("option").filter(has=tab.page.get_by_text("gpt-4", exact=True)).click()
        for question in ("It was the best of times. " * 30, "It was the worst of times. " * 30):
            await ask(tab, question)
        await tab.ask("It was the season of light. " * 400)
        await expect(tab.page.locator(".context-notice")).to_be_visible()
        await take(tab, "context")
