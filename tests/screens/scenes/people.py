"""People, and everybody's page."""

from playwright.async_api import expect

from tests.browser.test_in_the_middle import FAILING
from tests.browser.test_teams import invited
from tests.screens.scenes.steps import ask, earlier_chats
from tests.screens.stage import WIDE, Stage, take
from tests.screens.texts import ARABIC, GERMAN
from tests.support.provider import Finish, Reasoning, Say, Stall
from tests.support.visitor import Tab, Wire


async def team(stage: Stage) -> None:
    stage.provider.on("gear", Say("Use helical gears: they are quieter."), Finish())
    stage.provider.on("loud", Say("As loud as a **conversation**: about 60 dB."), Finish())
    async with stage.person("Ada") as ada, stage.person("Charles") as charles:
        tab, other = await invited(ada, charles)
        await ask(tab, "Which gears for a quiet mill?")
        await other.chats.filter(has_text="Which gears").click()
        await ask(other, "How loud will they be?")
        await take(other, "team")


async def administration(stage: Stage) -> None:
    stage.provider.on("bridge", Say("The arch carries the load."), Stall())
    async with stage.tab() as tab:
        await tab.ask("How does a stone bridge stand?")
        await expect(tab.answer).to_contain_text("The arch")
        page = await stage.first.context.new_page()
        await page.goto(f"{stage.server.url}/admin")
        await expect(page.get_by_role("list", name="Running answers").get_by_role("listitem").first).to_be_visible()
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


async def sign_up(stage: Stage) -> None:
    context = await stage.browser.new_context(viewport=WIDE)
    tab = Tab(await context.new_page(), stage.server.url, Wire())
    await tab.page.goto(f"{tab.url}/sign-up")
    await expect(tab.page.get_by_role("button", name="Create account")).to_be_visible()
    await take(tab, "sign-up")
    await context.close()


async def right_to_left(stage: Stage) -> None:
    """The page mirrored, as it is in a language that is read so; an answer finds its direction itself."""
    stage.provider.on("Arabic", Say(ARABIC), Finish())
    async with stage.tab() as tab:
        await earlier_chats(stage, tab)
        await tab.page.evaluate("document.documentElement.dir = 'rtl'")
        await ask(tab, "Say something in Arabic, with a list.")
        await take(tab, "right-to-left")


async def broken(stage: Stage) -> None:
    async with stage.empty_tab() as tab:
        await tab.page.add_init_script(FAILING)
        await tab.open()
        await tab.page.evaluate("window.fails = true")
        await tab.page.get_by_label("Filter chats").press_sequentially("x")
        await expect(tab.page.get_by_role("alert")).to_be_visible()
        await take(tab, "broken")
