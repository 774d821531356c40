"""The list of chats."""

from playwright.async_api import expect

from tests.screens.scenes.steps import EARLIER, earlier_chats, seeded
from tests.screens.stage import NARROW, Stage, take
from tests.support.provider import Finish, Pause, Say, Stall
from tests.support.visitor import Tab


async def chats(stage: Stage) -> None:
    async with stage.tab() as tab:
        await earlier_chats(stage, tab)
        await tab.chats.first.hover()
        await tab.page.get_by_role("button", name="Actions for").first.click()
        await take(tab, "chats")


async def marks(stage: Stage) -> None:
    """One chat is written, one unread, one pinned, one renamed, and one was deleted."""
    async with stage.tab() as tab:
        await earlier_chats(stage, tab)
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


async def _choose(tab: Tab, title: str, act: str) -> None:
    await tab.chats.filter(has_text=title).hover()
    await tab.page.get_by_role("button", name=f"Actions for “{title}”").click()
    await tab.page.get_by_role("menuitem", name=act, exact=True).click()


async def filtered(stage: Stage) -> None:
    async with stage.tab() as tab:
        await earlier_chats(stage, tab)
        await tab.page.get_by_label("Filter chats").press_sequentially("at")
        await expect(tab.chats).to_have_count(2)
        await take(tab, "filtered")


async def list_narrow(stage: Stage) -> None:
    async with stage.tab(NARROW) as tab:
        await earlier_chats(stage, tab)
        await tab.page.get_by_role("button", name="Chats").click()
        await expect(tab.chats.first).to_be_visible()
        await take(tab, "list-narrow")


async def many_chats(stage: Stage) -> None:
    """Ten thousand, scrolled a page further down."""
    async with stage.person("Ada") as ada:
        await seeded(stage, ada.email, chats=10_000)
        tab = await ada.tab()
        await expect(tab.chats).to_have_count(100)
        await tab.page.evaluate("document.querySelector('.chat-list').scrollTo(0, 1e9)")
        await expect(tab.chats).to_have_count(200)
        await take(tab, "many-chats")
